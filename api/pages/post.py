"""Letters that somebody has to post: on paper, to whoever gets no mail."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from api import documents, letters
from api.beginnings import today
from api.cases import case_for
from api.documents import DatedAnew, DocumentId, Posted
from api.letters import PageOfPost
from api.pages.narrowing import day
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import done, page
from api.pages.work import Key
from api.parts import Database
from api.problems import problem_for
from domain.acts import Addressee
from domain.authority import Scope
from domain.errors import CaseError
from domain.people import Actor
from store.queries import Page

router = APIRouter(prefix="/post")


AT_ONCE = 40
"""Letters on a page: each has its own form, and a page is to come quickly on a slow line."""


async def _poster(actor: SignedIn) -> Actor:
    return await documents.poster(actor)


Poster = Annotated[Actor, Depends(_poster)]
OnDay = Annotated[str, Form(max_length=30)]
"""What stands in the field of a day, if anything does."""
Mend = Annotated[str, Form(max_length=10)]
"""Of the switch to another language or theme, which sends nothing."""


@router.get("")
async def show_post(request: Request, actor: SignedIn, database: Database, asked: PageOfPost) -> Response:
    """What has to be posted yet, the longest due first."""
    return await _list(request, actor, database, asked)


@router.post("/{number}/{document}/{addressee}/sent")
async def take_posted(
    *,
    request: Request,
    number: str,
    document: DocumentId,
    addressee: Addressee,
    key: Key,
    on: OnDay = "",
    mend: Mend = "",
    actor: Poster,
    sight: Sight,
    database: Database,
    asked: PageOfPost,
) -> Response:
    """Somebody posted a letter; with `mend` the list stays as it is."""
    at = f"{number}-{document}-{addressee.value}"
    try:
        posted = Posted(addressee=addressee, sent_on=day(on, "sentOn"))
        if mend:
            return await _list(request, actor, database, asked, at=at, on=on)
        letter = await documents.confirm_posted(number, document, posted, actor, sight, key, database)
    except CaseError as wrong:
        return await _list(request, actor, database, asked, wrong, at, on)
    facts = {"day": posted.sent_on.isoformat(), "title": letter.title.model_dump(), "number": number}
    return await done(
        request, database, _here(request), "Posted on {day}: {title}, in case {number}.", **facts
    )


@router.get("/{number}/{document}/date")
async def show_date(
    *,
    request: Request,
    number: str,
    document: DocumentId,
    actor: Poster,
    sight: Sight,
    database: Database,
) -> Response:
    """The form by which a letter goes out on another day than its date."""
    return await _date_form(request, number, document, actor, sight, database, today().isoformat())


@router.post("/{number}/{document}/date")
async def take_date(
    *,
    request: Request,
    number: str,
    document: DocumentId,
    key: Key,
    on: OnDay = "",
    mend: Mend = "",
    actor: Poster,
    sight: Sight,
    database: Database,
) -> Response:
    """A letter is to go out on another day, with the last day to object that belongs to it; with `mend` not yet."""
    try:
        anew = DatedAnew(on=day(on, "sentOn"))
        if mend:
            return await _date_form(request, number, document, actor, sight, database, on)
        letter = await documents.date_anew(number, document, anew, actor, sight, key, database)
    except CaseError as wrong:
        return await _date_form(request, number, document, actor, sight, database, on, wrong)
    facts = {"day": letter.dated.isoformat(), "title": letter.title.model_dump(), "number": number}
    told = "The letter is made again, with {day} as its date: {title}, in case {number}."
    return await done(request, database, _here(request), told, **facts)


async def _list(
    request: Request,
    actor: Actor,
    database: Database,
    asked: Page,
    wrong: CaseError | None = None,
    at: str = "",
    on: str = "",
) -> Response:
    """The list; with what is wrong with the day that was given at one letter of it."""
    found = await letters.list_letters_to_post(await letters.staff(actor), database, asked.at_most(AT_ONCE))
    shown = {f"{each.case}-{each.document}-{each.addressee.value}" for each in found.items}
    return page(
        request,
        "post.html",
        problem_for(wrong, request.scope).kind.status if wrong else 200,
        letters=found.items,
        following=found.next,
        today=today(),
        here=_here(request).removeprefix("/post"),
        may_post=not actor.roles.isdisjoint(documents.POSTERS),
        wrong=wrong,
        at=at if at in shown else "",
        on=on,
    )


async def _date_form(
    request: Request,
    number: str,
    document: str,
    actor: Actor,
    sight: Scope,
    database: Database,
    on: str,
    wrong: CaseError | None = None,
) -> Response:
    case = await case_for(database, number, sight)
    async with database.connect() as connection:
        kept = await documents.one(connection, number, document, actor, sight)
    return page(
        request,
        "post-date.html",
        problem_for(wrong, request.scope).kind.status if wrong else 200,
        case=case,
        letter=kept.letter,
        document=document,
        on=on,
        here=_here(request).removeprefix("/post"),
        wrong=wrong,
    )


def _here(request: Request) -> str:
    """The part of the list that was shown."""
    return f"/post?{request.url.query}" if request.url.query else "/post"
