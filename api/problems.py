"""Every refusal and every failure, as application/problem+json (RFC 9457).

`type` is a path that stands for the kind of problem and never changes (`/problems/not-now`): programs decide on it.
`title` and `detail` are for people, in the language that they ask for. `instance` names this one occurrence; the
log has it as `reference`. `errors` tells part by part what to mend.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError as NoConnectionFree
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError, RPCStatusCode

from api.invalid import Mistake, mistake_in, mistakes
from api.languages import Language, negotiated, translate
from api.pages.preferences import is_page, preferred_language
from api.wire import Wire
from domain.errors import CaseClosed, CaseError, NotAcceptable, NotNow, NotPermitted, TaskTaken
from workflows.refusal import received

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = "5"
"""Seconds after which it makes sense to ask again."""


@dataclass(frozen=True)
class Kind:
    """A kind of problem: what programs tell apart."""

    status: int
    name: str
    title: str

    @property
    def type(self) -> str:
        """The address that stands for this kind."""
        return f"/problems/{self.name}"


INVALID = Kind(400, "invalid-request", "The request is not right")
NOT_ACCEPTABLE = Kind(400, "not-acceptable", "This does not fit the case")
NOT_SIGNED_IN = Kind(401, "not-signed-in", "You are not signed in")
NOT_PERMITTED = Kind(403, "not-permitted", "You may not do this")
NOT_FOUND = Kind(404, "not-found", "Not found")
WRONG_METHOD = Kind(405, "wrong-method", "This cannot be done here")
NOT_NOW = Kind(409, "not-now", "This cannot be done now")
TASK_TAKEN = Kind(409, "task-taken", "Somebody else has this task")
CASE_CLOSED = Kind(409, "case-closed", "The case is closed")
KEY_REUSED = Kind(409, "key-reused", "This key belongs to another request")
TOO_LARGE = Kind(413, "too-large", "The request is too large")
WRONG_MEDIA_TYPE = Kind(415, "wrong-media-type", "This form of data is not accepted")
UNEXPECTED = Kind(500, "unexpected", "Something went wrong here")
AWAY = Kind(503, "away", "This cannot be reached now")

REFUSALS: Mapping[type[CaseError], Kind] = {
    NotPermitted: NOT_PERMITTED,
    NotNow: NOT_NOW,
    TaskTaken: TASK_TAKEN,
    CaseClosed: CASE_CLOSED,
    NotAcceptable: NOT_ACCEPTABLE,
    CaseError: NOT_NOW,
}
"""What each refusal of the domain is in HTTP."""


class Problem(Exception):
    """An answer that is not what was asked for. `detail` is a template with `{names}`; `facts` fills them.

    One of the `errors` without words of its own is told in those of the whole.
    """

    def __init__(
        self,
        kind: Kind,
        detail: str,
        /,
        *,
        errors: Sequence[Mistake] = (),
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
        **facts: object,
    ) -> None:
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = dict(headers or {})
        self.more = dict(more or {})
        self.facts = facts
        super().__init__(kind.name)


class ProblemDetails(Wire):
    """The body of every answer from 400 upwards. RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Mistake] | None = None


def answer(scope: Scope, problem: Problem) -> Response:
    """A problem as the response to the request of this scope, in its reader's language."""
    language = language_of(scope)
    body: dict[str, Any] = {
        "type": problem.kind.type,
        "title": translate(problem.kind.title, language),
        "status": problem.kind.status,
        "detail": translate(problem.detail, language, **problem.facts),
        "instance": f"urn:uuid:{reference_of(scope)}",
        **problem.more,
    }
    if problem.errors:
        told = (m if m.detail else m.model_copy(update={"detail": body["detail"]}) for m in problem.errors)
        body["errors"] = [mistake.model_dump(by_alias=True) for mistake in told]
    headers = {"Content-Language": language.value, **problem.headers}
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(content, problem.kind.status, headers, MEDIA_TYPE)


def language_of(scope: Scope) -> Language:
    """The language in which to answer a request."""
    if is_page(scope):
        return preferred_language(scope)
    for name, value in scope["headers"]:
        if name == b"accept-language":
            return negotiated(value.decode("latin-1"))
    return negotiated(None)


def reference_of(scope: Scope) -> str:
    """The name of this request, in the answer and in the log."""
    return scope.get("meedoen.reference", "00000000-0000-0000-0000-000000000000")


def problem_for(error: Exception, scope: Scope, language: Language | None = None) -> Problem:
    """What an exception means to whoever asked, by default in the language that he asked in."""
    language = language or language_of(scope)
    match error:
        case Problem():
            return error
        case CaseError():
            return _refusal(error, language)
        case WorkflowUpdateFailedError() if (refusal := received(error)) is not None:
            return _refusal(refusal, language)
        case RequestValidationError():
            found = mistakes(error.errors(), error.body, language)
            return Problem(INVALID, "Mend the parts that `errors` names, and send it again.", errors=found)
        case HTTPException():
            return _of_http(error, scope)
        case _:
            return _failure(error, scope)


Answered = Callable[[Scope, Problem], Response]
"""How a problem is told to whoever asked."""


def install(app: FastAPI, answered: Answered) -> None:
    """Answer with problems wherever the application or its framework raises."""

    async def told(request: Request, error: Exception) -> Response:
        problem = problem_for(error, request.scope)
        if problem.kind is UNEXPECTED:
            raise error  # the envelope logs it and answers
        return answered(request.scope, problem)

    handler: Callable[[Request, Exception], Awaitable[Response]] = told
    for kind in (Problem, CaseError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, handler)
    for kind in (RPCError, RPCTimeoutOrCancelledError, WorkflowUpdateFailedError):
        app.add_exception_handler(kind, handler)
    for kind in (RuntimeError, DBAPIError, NoConnectionFree):
        app.add_exception_handler(kind, handler)


def out_of_reach(scope: Scope) -> Problem:
    """A part that the answer needs is away, or does not answer."""
    later = {"Retry-After": RETRY_AFTER}
    if scope["method"] == "GET" or scope["path"].endswith("/_preview"):
        return Problem(AWAY, "This cannot be read now. Ask again in a moment.", headers=later)
    return Problem(
        AWAY,
        "We do not know whether this was done. Ask again in a moment, with the same Idempotency-Key.",
        headers=later,
    )


def _failure(error: Exception, scope: Scope) -> Problem:
    """What is nobody's refusal: a part that is away, or a mistake of ours."""
    if _temporal_is_away(error) or _database_is_away(error):
        return out_of_reach(scope)
    return Problem(
        UNEXPECTED,
        "This is our mistake, and it is written down. Mention {reference} when you ask about it.",
        reference=reference_of(scope),
    )


def _refusal(error: CaseError, language: Language) -> Problem:
    kind = next(REFUSALS[ancestor] for ancestor in type(error).__mro__ if ancestor in REFUSALS)
    errors: list[Mistake] = []
    if error.field is not None:
        errors.append(mistake_in(error.field, translate(error.template, language, **error.facts), kind.name))
    problem = Problem(kind, error.template, errors=errors)
    problem.facts.update(error.facts)
    return problem


def _of_http(error: HTTPException, scope: Scope) -> Problem:
    match error.status_code:
        case 404:
            return Problem(NOT_FOUND, "There is nothing at this address.", headers=error.headers)
        case 405:
            allowed = {"Allow": ", ".join(sorted(_methods_at(scope)))}
            return Problem(
                WRONG_METHOD, "{method} does not work here.", headers=allowed, method=scope["method"]
            )
        case 400:
            return Problem(INVALID, "The body cannot be read as JSON in UTF-8.", headers=error.headers)
        case 413:
            return Problem(TOO_LARGE, "A request may be 1 MB at most.", headers=error.headers)
        case status:
            kind = Kind(status, f"http-{status}", "The request cannot be answered")
            return Problem(kind, "This server does not do that.", headers=error.headers)


def _methods_at(scope: Scope) -> set[str]:
    """What does work at an address, over all the routes that share it."""
    found: set[str] = set()
    for route in iter_route_contexts(scope["app"].routes):
        if route.methods and route.path_regex.match(scope["path"]):
            found |= route.methods
    return found | {"HEAD"} if "GET" in found else found


def _temporal_is_away(error: Exception) -> bool:
    if isinstance(error, RPCError):
        return error.status in {
            RPCStatusCode.UNAVAILABLE,
            RPCStatusCode.DEADLINE_EXCEEDED,
            RPCStatusCode.CANCELLED,
            RPCStatusCode.RESOURCE_EXHAUSTED,
            RPCStatusCode.ABORTED,
            RPCStatusCode.FAILED_PRECONDITION,  # a case that is not ready, also when asked again
        }
    if isinstance(error, RPCTimeoutOrCancelledError):
        return True
    # What the SDK raises as long as a lazy connection has not come about.
    return isinstance(error, RuntimeError) and str(error).startswith("Failed client connect")


def _database_is_away(error: Exception) -> bool:
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | NoConnectionFree)
