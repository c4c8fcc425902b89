"""What every page has around it: language, theme, navigation by role, who is signed in, and what was just done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import uuid4

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import Scope

from api.documents import POSTERS
from api.identity import actor_of
from api.languages import Language, translate
from api.pages import words
from api.pages.preferences import (
    LANGUAGE,
    THEME,
    YEAR,
    Theme,
    asked_for,
    preferred_language,
    preferred_theme,
)
from api.pages.sessions import came_from, csrf, is_secure, sent_again
from api.pages.static import address
from api.policy import READING
from api.problems import Problem
from domain.authority import READERS
from domain.narration.phrases import ended
from domain.people import Actor, Role
from settings import settings
from store import sessions
from store.sessions import Session

TEMPLATES = Path(__file__).parent / "templates"

Tone = Literal["ok", "info", "warning"]
"""How it looks what a page tells once."""


WATCHERS = frozenset({Role.COORDINATOR, Role.CONTROLLER, Role.AUDITOR, Role.ADMINISTRATOR})
"""Who keeps an eye on the whole."""


@dataclass(frozen=True)
class Place:
    """An item of the navigation."""

    path: str
    name: str
    """An English sentence of the catalogue."""
    roles: frozenset[Role]
    beneath: tuple[str, ...] = ()
    """How the addresses begin that one comes to from there, and that are under no item of their own."""

    def has(self, path: str) -> bool:
        """Whether a page is there or beneath it."""
        return path.startswith((self.path, *self.beneath))


NAVIGATION = (
    Place("/audit", "Audit", frozenset({Role.AUDITOR})),
    Place("/work", "Work", READERS - {Role.AUDITOR}, ("/tasks/",)),
    Place("/cases", "Cases", READERS),
    Place("/post", "To post", frozenset(POSTERS)),
    Place("/team", "Team", READERS),
    Place("/figures", "Figures", WATCHERS),
    Place("/policy", "Policy", READING),
    Place("/mine", "Our cases", frozenset({Role.COOPERATIVE}), ("/cases/", "/tasks/", "/applied/")),
    Place("/apply", "Apply", frozenset({Role.COOPERATIVE})),
    Place("/style", "The design", frozenset({Role.ADMINISTRATOR})),
)
"""Where one can go, in this order; the first that suits somebody's roles is where `/` leads."""


def places_of(actor: Actor | None) -> tuple[Place, ...]:
    """Where somebody can go."""
    return tuple(place for place in NAVIGATION if actor and place.roles & actor.roles)


def page(request: Request, template: str, status: int = 200, **facts: Any) -> Response:
    """A page: the template with these facts, in the shell, in the reader's language."""
    scope = request.scope
    language = preferred_language(scope)
    shown = _templates(language).get_template(template).render(**_frame(scope, language), **facts)
    answer = HTMLResponse(shown, status, headers={**HEADERS, "Content-Security-Policy": policy()})
    return remembering(answer, scope)


def remembering(answer: Response, scope: Scope) -> Response:
    """The answer, by which the browser keeps the language and the theme that its address asks for."""
    for name, cookie, kind in (("lang", LANGUAGE, Language), ("theme", THEME, Theme)):
        if chosen := asked_for(scope, name, kind):
            answer.set_cookie(cookie, chosen.value, YEAR, samesite="lax", secure=is_secure(), httponly=True)
    return answer


async def done(
    request: Request, database: AsyncEngine, to: str, told: str, tone: Tone = "ok", /, **facts: Any
) -> Response:
    """After an act: lead to a page, which tells once what was done. `told` is a sentence of the catalogue.

    It looks like a success, unless there is something in it to beware of, or nothing was done.
    """
    session: Session = request.scope["meedoen.session"]
    async with database.connect() as connection:
        await sessions.tell_next(connection, session.id, {"sentence": told, "facts": facts, "tone": tone})
    return remembering(RedirectResponse(to, 303), request.scope)


async def led_back(request: Request, database: AsyncEngine, to: str, refused: Problem) -> Response:
    """After what could not be done: lead to a page, which tells once why."""
    session: Session = request.scope["meedoen.session"]
    told = {
        "sentence": refused.detail,
        "facts": refused.facts,
        "tone": "warning",
        "refused": refused.kind.title,
    }
    async with database.connect() as connection:
        await sessions.tell_next(connection, session.id, told)
    return remembering(RedirectResponse(to, 303), request.scope)


async def led_on(request: Request, database: AsyncEngine, to: str) -> Response:
    """Lead to another page at once; what this one would have told of what was done is told there."""
    session: Session = request.scope["meedoen.session"]
    if session.told:
        async with database.connect() as connection:
            await sessions.tell_next(connection, session.id, session.told)
    return remembering(RedirectResponse(to, 303), request.scope)


def pdf(content: bytes, name: str) -> Response:
    """A document to be looked at in the browser's own reader."""
    return as_it_is(content, "application/pdf", name)


def as_it_is(content: bytes, media_type: str, name: str) -> Response:
    """A file that the browser shows by itself, and which loads nothing else."""
    return Response(
        content,
        media_type=media_type,
        headers={
            **HEADERS,
            "Content-Disposition": f'inline; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
            "X-Frame-Options": "SAMEORIGIN",  # the page of its case shows it in place
        },
    )


HEADERS: Mapping[str, str] = {
    "Referrer-Policy": "same-origin",  # none at all would take the Origin from our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy() -> str:
    """What a page may load, and where its forms may lead: to us, and by signing out to the issuer."""
    issuer = urlsplit(settings().oidc_issuer)
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"frame-src 'self'; font-src 'self'; form-action 'self' {issuer.scheme}://{issuer.netloc}; "
        "frame-ancestors 'none'; base-uri 'none'"
    )


def _frame(scope: Scope, language: Language) -> dict[str, Any]:
    """What base.html shows around each page."""
    session: Session | None = scope.get("meedoen.session")
    actor = _actor_in(session)
    told = session.told if session and scope["method"] == "GET" else None
    return {
        "path": scope["path"],
        "session": session,
        "actor": actor,
        "csrf": csrf(session) if session else "",
        "mark": scope.get("meedoen.mark", ""),
        "place": session.place if session else None,
        "navigation": places_of(actor),
        "theme": preferred_theme(scope),
        "themes": tuple(Theme),
        "told": told and translate(told["sentence"], language, **told["facts"]),
        "tone": told and told.get("tone", "ok"),
        "not_done": told and told.get("refused"),
        "changed": _changed(scope) if scope["method"] == "GET" else None,
        "switched": _switched(scope),
        "repeats": sent_again(Request(scope)),
        "came_from": came_from(Request(scope)),
        "has_theme": settings().theme is not None,
    }


def _actor_in(session: Session | None) -> Actor | None:
    try:
        return actor_of(session.claims) if session else None
    except Problem:
        return None


def _changed(scope: Scope) -> Callable[..., str]:
    """The page's own address with other parameters: `changed(lang="en")`."""

    def address_with(**changes: object) -> str:
        return _with(scope["path"], scope["query_string"].decode("latin-1"), **changes)

    return address_with


def _switched(scope: Scope) -> Callable[..., str]:
    """An address that asks for a language or a theme, the page's own or another one: `switched("lang", "en", back)`."""

    def address_with(name: str, value: str, to: str | None = None) -> str:
        if to is None:
            return _changed(scope)(**{name: value})
        path, _, query = to.partition("?")
        return _with(path, query, **{name: value})

    return address_with


def _with(path: str, query: str, **changes: object) -> str:
    kept = [(name, value) for name, value in parse_qsl(query) if name not in changes]
    named = [(name, str(value)) for name, value in changes.items() if value is not None]
    return path + (f"?{urlencode(kept + named)}" if kept or named else "")


@cache
def _templates(language: Language) -> Environment:
    """The templates in one language, so that a macro too knows in which language it speaks."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def icon(name: str) -> Markup:
        return Markup('<svg class="meedoen-icon" aria-hidden="true"><use href="{}#{}"/></svg>').format(
            address("icons.svg"), name
        )

    named = cast("dict[str, Any]", made.globals)
    named.update(
        **words.in_language(language),
        language=language.value,
        static=address,
        icon=icon,
        ended=ended,
        new_key=lambda: uuid4().hex,
    )
    named["ui"] = made.get_template("components.html").module
    return made
