"""Addresses that nobody can type: refused before anything is looked up by them."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Receive, Scope, Send

from api.invalid import Mistake
from api.languages import translate
from api.problems import INVALID, NOT_FOUND, Answered, Problem, answer, language_of

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Signs that steer a machine. PostgreSQL keeps no text with the first of them, so it cannot look for it either."""

NOTHING_HERE = "There is nothing at this address."
NO_TEXT = "There is a sign in this that nobody can print."


class Addresses:
    """Answers an address with such signs: nothing is there, or which parameter is wrong."""

    def __init__(self, app: ASGIApp, answered: Answered = answer) -> None:
        self.app = app
        self.answered = answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 (ASGI)
        problem = _wrong_with(scope) if scope["type"] == "http" else None
        if problem is None:
            await self.app(scope, receive, send)
        else:
            await self.answered(scope, problem)(scope, receive, send)


def _wrong_with(scope: Scope) -> Problem | None:
    if UNPRINTABLE.search(scope["path"]):
        return Problem(NOT_FOUND, NOTHING_HERE)
    if b"%" not in scope["query_string"]:
        return None
    given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    told = translate(NO_TEXT, language_of(scope))
    wrong = [
        Mistake(place="query", location=UNPRINTABLE.sub("", name), detail=told, code="unprintable")
        for name, value in given
        if UNPRINTABLE.search(name + value)
    ]
    if not wrong:
        return None
    return Problem(INVALID, "Mend the parts that `errors` names, and send it again.", errors=wrong)
