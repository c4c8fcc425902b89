"""A problem as a page: what went wrong, in words, and where to go from there."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from api.languages import translate
from api.pages.sessions import came_from
from api.pages.shell import page
from api.problems import AWAY, NOT_SIGNED_IN, UNEXPECTED, Problem, language_of, reference_of

IN_A_PAGE = {
    "Mend the parts that `errors` names, and send it again.": (
        "Something in this page was missing or not right. Go back, and try again."
    ),
    "We do not know whether this was done. Ask again in a moment, with the same Idempotency-Key.": (
        "We do not know whether this was done. Send it again in a moment: it is done once, however often you send it."
    ),
}
"""What programs are told in their words, in those of people."""


def problem_page(scope: Scope, problem: Problem) -> Response:
    """A problem for a person; the API tells programs the same in JSON."""
    language = language_of(scope)
    request = Request(scope)
    answer = page(
        request,
        "problem.html",
        problem.kind.status,
        title=translate(problem.kind.title, language),
        detail=translate(IN_A_PAGE.get(problem.detail, problem.detail), language, **problem.facts),
        errors=problem.errors,
        back=came_from(request),
        may_sign_in=problem.kind is NOT_SIGNED_IN,
        may_try_again=problem.kind is AWAY and scope["method"] == "GET",
        reference=reference_of(scope) if problem.kind is UNEXPECTED else None,
    )
    answer.headers.update(problem.headers)
    return answer
