"""Somebody else was first, or it is not for this person: who and when, and what was filled in is not lost."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import Response

from api.pages import after
from api.pages.preferences import preferred_language
from api.pages.shell import page
from api.problems import KEY_REUSED, Problem
from domain.case import Case
from domain.people import Actor


def came_too_late(
    request: Request,
    case: Case,
    actor: Actor,
    since: int,
    problem: Problem,
    *,
    kept_at: str | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    """What happened since the form was opened; what was filled in stands at an address, or here under its questions."""
    return page(
        request,
        "acting/refused.html",
        problem.kind.status,
        case=case,
        title=problem.kind.title,
        detail=problem.detail,
        facts=problem.facts,
        was_sent_before=problem.kind is KEY_REUSED,
        meanwhile=after.meanwhile(case, since, actor, preferred_language(request.scope)),
        kept_at=kept_at,
        typed=typed,
    )
