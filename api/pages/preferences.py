"""Whether a request is for a page, and how its reader wants it: `?lang=` and `?theme=`, kept in cookies."""

from __future__ import annotations

from enum import StrEnum
from http.cookies import CookieError, SimpleCookie
from typing import TypeVar
from urllib.parse import parse_qs

from starlette.types import Scope

from api.languages import DEFAULT, Language

LANGUAGE = "meedoen-language"
THEME = "meedoen-theme"
YEAR = 31_536_000
"""Seconds for which a choice is remembered."""


class Theme(StrEnum):
    """How a page is coloured; the first follows the reader's system."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


Choice = TypeVar("Choice", bound=StrEnum)


def is_page(scope: Scope) -> bool:
    """Whether a person asks for this, and no program."""
    return not scope["path"].startswith(("/api/", "/health/"))


def preferred_language(scope: Scope) -> Language:
    """Dutch, unless the reader chose otherwise."""
    return asked_for(scope, "lang", Language) or _kept(scope, LANGUAGE, Language) or DEFAULT


def preferred_theme(scope: Scope) -> Theme:
    """As the reader's system has it, unless he chose otherwise."""
    return asked_for(scope, "theme", Theme) or _kept(scope, THEME, Theme) or Theme.AUTO


def asked_for(scope: Scope, name: str, kind: type[Choice]) -> Choice | None:
    """What this request's own address asks for."""
    values = parse_qs(scope["query_string"].decode("latin-1")).get(name, [])
    return _one_of(kind, values[-1]) if values else None


def cookies(scope: Scope) -> dict[str, str]:
    """What the browser kept for us."""
    found: SimpleCookie = SimpleCookie()
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                found.load(value.decode("latin-1"))
            except CookieError:
                continue
    return {name: morsel.value for name, morsel in found.items()}


def _kept(scope: Scope, name: str, kind: type[Choice]) -> Choice | None:
    return _one_of(kind, cookies(scope).get(name, ""))


def _one_of(kind: type[Choice], value: str) -> Choice | None:
    try:
        return kind(value)
    except ValueError:
        return None
