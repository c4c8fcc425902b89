"""A problem as a page: what went wrong, in words, and where to go from there."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from api.invalid import Mistake
from api.languages import Language, translate
from api.pages.sessions import came_from, sent_again
from api.pages.shell import page
from api.problems import AWAY, NOT_SIGNED_IN, UNEXPECTED, Problem, language_of, reference_of

IN_A_PAGE = {
    "Mend the parts that `errors` names, and send it again.": (
        "Something in this page was missing or not right. Go back, and try again."
    ),
    "We do not know whether this was done. Ask again in a moment, with the same Idempotency-Key.": (
        "A part of Meedoen does not answer, so we do not know whether this was done. Nothing is lost. "
        "Try again in a moment: it is done once, however often you try."
    ),
}
"""What programs are told in their words, in those of people."""


PARAMETERS = {
    "until": "Due up to",
    "from": "Due from",
    "view": "Whose work",
    "kind": "Task",
    "role": "For",
    "heldBy": "Held by",
    "cooperative": "Cooperative",
    "limit": "How many at once",
    "cursor": "Where the page begins",
    "page": "Page",
    "phase": "Phase",
}
"""What the parts of an address are called where people fill them in; others go by their own name."""


OF_A_LIST = frozenset({"enum", "literal_error"})
"""What pydantic calls it when something is none of a list."""
NO_SUCH_CHOICE = "This choice is not there."


def problem_page(scope: Scope, problem: Problem) -> Response:
    """A problem for a person; the API tells programs the same in JSON."""
    language = language_of(scope)
    request = Request(scope)
    again = sent_again(request)
    answer = page(
        request,
        "problem.html",
        problem.kind.status,
        title=translate(problem.kind.title, language),
        detail=translate(IN_A_PAGE.get(problem.detail, problem.detail), language, **problem.facts),
        errors=[(_named(mistake, language), _told(mistake, language)) for mistake in problem.errors],
        back=came_from(request),
        may_sign_in=problem.kind is NOT_SIGNED_IN,
        may_try_again=problem.kind is AWAY and scope["method"] == "GET",
        again=again if problem.kind is AWAY and "key" in dict(again or ()) else None,
        here=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        reference=reference_of(scope) if problem.kind is UNEXPECTED else None,
    )
    answer.headers.update(problem.headers)
    return answer


def _told(mistake: Mistake, language: Language) -> str:
    """What is wrong; the codes between which a program chooses say nothing to a person."""
    return translate(NO_SUCH_CHOICE, language) if mistake.code in OF_A_LIST else mistake.detail


def _named(mistake: Mistake, language: Language) -> str | None:
    """Which part of the address is wrong, in words; a body is what a page made itself."""
    if mistake.place not in {"query", "path"}:
        return None
    name = PARAMETERS.get(mistake.location)
    return translate(name, language) if name else mistake.location
