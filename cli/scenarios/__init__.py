"""Lives of cases, each by its name: what people do, and when."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from cli.scenarios import applying, objecting, participating
from cli.scenarios.three_years import three_years
from cli.simulation import Life

SCENARIOS: dict[str, Callable[[Life], Awaitable[None]]] = {
    "three-years": three_years,
    "set-aside": applying.set_aside,
    "withdrawn": applying.withdrawn,
    "refused": applying.refused,
    "fewer-hours": applying.fewer_hours,
    "sent-back": applying.sent_back,
    "questions": applying.questions,
    "late": applying.late,
    "objection-upheld": objecting.upheld,
    "objection-unfounded": objecting.unfounded,
    "ended": participating.ended,
}
