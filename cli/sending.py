"""Checking and sending applications: several at once, each again with its own key until there is an answer."""

from __future__ import annotations

from asyncio import Event, TaskGroup, sleep
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import httpx

from api.languages import Language
from api.rows import Row
from cli.caller import refusal_in

AT_ONCE = 8
TRIES = 6
LONGEST_PAUSE = 10.0
"""Seconds between two tries."""
NOT_NOW = {429, 502, 503, 504}


class Fate(StrEnum):
    """What became of an application."""

    FITS = "right"
    """So it was found when it was checked; it is not sent yet."""
    SUBMITTED = "submitted"
    ALREADY_THERE = "already there"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class Request:
    """What an application is handed in to, and what the answers of success mean."""

    path: str
    fates: Mapping[int, Fate]


CHECK = Request("/applications/_preview", {200: Fate.FITS})
SEND = Request("/applications", {201: Fate.SUBMITTED, 200: Fate.ALREADY_THERE})


@dataclass(frozen=True)
class Sent:
    """One application and what became of it."""

    row: Row
    fate: Fate
    said: str = ""
    """Why it was refused, or not answered."""


async def send_all(
    client: httpx.AsyncClient,
    rows: Iterable[Row],
    report: Callable[[Sent], None],
    at_once: int = AT_ONCE,
    request: Request = SEND,
) -> list[Sent]:
    """Send the applications, or have them checked; once nobody answers any more, the rest is left."""
    waiting = iter(rows)
    done: list[Sent] = []
    silence = Event()

    async def keep_sending() -> None:
        for row in waiting:
            if silence.is_set():
                outcome = Sent(row, Fate.UNANSWERED, "not sent")
            else:
                outcome = await send(client, row, request)
            if outcome.fate is Fate.UNANSWERED:
                silence.set()
            done.append(outcome)
            report(outcome)

    async with TaskGroup() as senders:
        for _ in range(at_once):
            senders.create_task(keep_sending())
    return sorted(done, key=lambda sent: sent.row.line)


async def send(client: httpx.AsyncClient, row: Row, request: Request) -> Sent:
    """Send one application until it is answered; the same key makes every try the same request."""
    assert row.received is not None
    body = row.received.model_dump(mode="json", exclude_none=True)
    said, pause = "no answer", 0.0
    for attempt in range(TRIES):
        await sleep(pause)
        pause = min(0.5 * 2**attempt, LONGEST_PAUSE)
        try:
            answer = await client.post(request.path, json=body, headers={"Idempotency-Key": row.key})
        except httpx.TransportError as error:
            said = f"no answer ({type(error).__name__})"
            continue
        if answer.status_code in NOT_NOW:
            said = refusal_in(answer)
            pause = min(_asked_pause(answer) or pause, LONGEST_PAUSE)
            continue
        return _fate_of(row, answer, request.fates)
    return Sent(row, Fate.UNANSWERED, said)


def _fate_of(row: Row, answer: httpx.Response, fates: Mapping[int, Fate]) -> Sent:
    match answer.status_code:
        case status if status in fates:
            return Sent(row, fates[status])
        case status if status >= 500:
            return Sent(row, Fate.UNANSWERED, refusal_in(answer))
        case _:
            return Sent(row, Fate.REFUSED, refusal_in(answer, lambda place: row.field_at(place, Language.EN)))


def _asked_pause(answer: httpx.Response) -> float | None:
    asked = answer.headers.get("retry-after", "")
    return float(asked) if asked.isdigit() else None
