"""What somebody typed in the form of an act, kept on the server until it is sent or thrown away."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import RedirectResponse, Response

from api.pages import forms
from api.pages.forms import Typed
from api.pages.sheets import Sheet
from api.pages.shell import done, remembering
from store import drafts


async def put_away(
    request: Request, sheet: Sheet, typed: Typed, sent: Typed, database: AsyncEngine
) -> Response | None:
    """Keep what was typed for later, or throw it away; none when somebody goes on with it.

    A form that is over for him goes nowhere any more, except where it was sent: that may be the act that did the task.
    """
    if "discard" in sent:
        await forget(database, sheet)
        return RedirectResponse(sheet.path, 303)
    if "keep" in sent:  # by the page itself, while somebody types
        await keep(database, sheet, typed)
        return None if "look" in sent and not sheet.is_over else Response(status_code=204)
    if "later" in sent:
        await keep(database, sheet, typed)
        told = "What you filled in is kept for 30 days, for you alone."
        return await done(request, database, sheet.leads_to, told)
    if sheet.is_over and "send" not in sent:
        return await led(request, sheet, typed, sheet.path, database)
    return None


async def led(request: Request, sheet: Sheet, typed: Typed, to: str, database: AsyncEngine) -> Response:
    """Keep what was typed and lead to a page of it, which can be loaded anew and come back to without sending."""
    await keep(database, sheet, typed)
    return remembering(RedirectResponse(to, 303), request.scope)


async def keep(database: AsyncEngine, sheet: Sheet, typed: Typed) -> None:
    """Keep what was typed."""
    async with database.begin() as connection:
        await drafts.save(connection, sheet.owner, forms.for_a_draft(sheet.form, typed))


async def forget(database: AsyncEngine, sheet: Sheet) -> None:
    """Forget what was typed."""
    async with database.begin() as connection:
        await drafts.remove(connection, sheet.owner)
