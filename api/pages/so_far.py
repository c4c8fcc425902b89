"""What was filled in so far, as if it were sent: the case then, and of a decision the letter that would go out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy.ext.asyncio import AsyncEngine

from api.desk import Desk
from api.languages import Language
from api.pages import after, forms
from api.pages.forms import Typed, Wrong
from api.pages.sheets import Sheet
from api.supposing import letter
from domain import acts
from domain.case import Case, Performed
from domain.errors import CaseError
from domain.letters import Letter


async def supposed(sheet: Sheet, typed: Typed, desk: Desk, language: Language) -> tuple[Case | None, Wrong]:
    """The case as it would be, or what is wrong; neither of what is no act of the case itself, such as an objection."""
    said = forms.read(sheet.form, typed, language)
    if not isinstance(said.act, tuple(acts.ACTS.values())):
        return None, said.wrong
    try:
        done = Performed.model_validate({"actor": sheet.actor, "act": said.act})
        return await desk.supposing(sheet.case, done), {}
    except CaseError as refused:
        return None, forms.refused(sheet.form, typed, refused, language)


@dataclass(frozen=True)
class SoFar:
    """The letter as it would go out, or what it lacks."""

    letter: Letter | None = None
    pages: int = 0
    mark: str = ""
    """Another one for each letter that says another thing, so that no browser shows the one of before."""
    lacks: tuple[tuple[str, str], ...] = ()
    """As the summary of a form's mistakes: the id of the field, and what to mend."""


async def letter_so_far(
    sheet: Sheet, typed: Typed, desk: Desk, database: AsyncEngine, language: Language
) -> SoFar | None:
    """What lies beside the form of a decision; other forms have nothing there."""
    if sheet.is_over or not sheet.is_decision:
        return None
    case, wrong = await supposed(sheet, typed, desk, language)
    if case is None:
        return SoFar(lacks=tuple(forms.shown(sheet.form, typed, language, wrong).mistakes))
    pages = await after.pictures(database, case)
    return SoFar(letter(case), len(pages), sha256(b"".join(pages)).hexdigest()[:12])
