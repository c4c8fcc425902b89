"""A case survives `kill -9` of any part, between and during its steps, and each act is there exactly once.

One case by default, with every part killed before some step and during some step, in an order by MEEDOEN_SEED;
with MEEDOEN_FAULTS=all a case for each part and moment, killed at every step.
"""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Generator
from functools import partial
from typing import Any

import pytest
from temporalio.client import Client
from temporalio.service import RPCError

from domain.case import Case
from tests.api_live.steps import (
    DUE_AT_ONCE,
    a_check,
    a_continuation,
    a_grant,
    a_note,
    a_reaction,
    a_refusal,
    a_report,
    a_reversal,
    a_review,
    an_application,
    an_ending,
    an_old_application,
)
from tests.faults.caller import PARTS, PATIENCE, Caller, kill
from tests.platform.test_start import Whole, own_ports, started
from workflows.client import workflow_id
from workflows.participation import ParticipationCase
from workflows.plugin import plugin

SEED = int(os.environ.get("MEEDOEN_SEED", "7"))
ALL = os.environ.get("MEEDOEN_FAULTS") == "all"
Fault = tuple[tuple[str, ...], str]
"""Which parts are killed, and whether before a step or during it."""

EVERYTHING: tuple[str, ...] = PARTS
FAULTS: list[Fault] = [
    (parts, moment) for parts in (*((part,) for part in PARTS), EVERYTHING) for moment in ("before", "during")
]
STEPS = 15

KINDS = [
    "application_received",
    "task_claimed",
    "completeness_checked",
    "supplement_requested",
    "supplement_received",
    "completeness_checked",
    "application_reviewed",
    "note_added",
    "permission_refused",
    "decision_reversed",
    "permission_granted",
    "report_requested",
    "progress_reported",
    "resident_reacted",
    "participation_continued",
    "note_added",
    "participation_ended",
    "participation_stopped",
]


def plans() -> list[list[Fault | None]]:
    """What is killed at each step of each case."""
    if ALL:
        return [[fault] * STEPS for fault in FAULTS]
    plan: list[Fault | None] = [*FAULTS, *[None] * (STEPS - len(FAULTS))]
    random.Random(SEED).shuffle(plan)
    return [plan]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Generator[Whole]:
    """A whole installation of its own."""
    for name in [name for name in os.environ if name.startswith(("TEMPORAL_", "DATABASE_URL"))]:
        del os.environ[name]
    with started(tmp_path_factory.mktemp("faults"), own_ports()) as running:
        yield running


def lived(caller: Caller, plan: list[Fault | None], chance: random.Random) -> str:
    """The case, lived to its end while parts die."""
    faults = iter(plan)
    number = ""

    def post(user: str, path: str, body: Any = None) -> Any:
        parts, moment = next(faults) or ((), "before")
        if moment == "during":
            return caller.post(user, path, body, partial(kill, caller.whole, parts, chance.uniform(0, 0.05)))
        kill(caller.whole, parts)
        return caller.post(user, path, body)

    number = post("caseworker2", "/applications", an_old_application(items=[]))["case"]
    task = caller.task("caseworker1", number)
    post("caseworker1", f"/tasks/{task}/claim")
    post("caseworker1", f"/tasks/{task}/complete", a_check("plan"))
    post("coop-a", f"/cases/{number}/supplement", {"items": [{"code": "plan", "title": "plan.pdf"}]})
    post("caseworker2", f"/tasks/{caller.task('caseworker2', number)}/complete", a_check())
    post("caseworker1", f"/cases/{number}/acts", a_review())
    post("caseworker2", f"/cases/{number}/acts", a_note())
    refused = post("decider2", f"/tasks/{caller.task('decider2', number)}/complete", a_refusal())
    post("decider1", f"/cases/{number}/acts", a_reversal(refused["version"]))
    post("decider1", f"/tasks/{caller.task('decider1', number)}/complete", a_grant(**DUE_AT_ONCE))
    post("coop-a", f"/cases/{number}/reports", a_report())
    post("coop-a", f"/cases/{number}/acts", a_reaction())
    post("caseworker1", f"/tasks/{caller.task('caseworker1', number)}/complete", a_continuation())
    post("caseworker1", f"/cases/{number}/acts", a_note("It goes on."))
    post("coop-a", f"/cases/{number}/ending", an_ending())
    return number


def as_the_workflow_has_it(whole: Whole, number: str) -> Case:
    """The case itself, asked of Temporal as often as it takes."""

    async def ask() -> Case:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                client = await Client.connect(f"127.0.0.1:{whole.ports.temporal}", plugins=[plugin()])
                handle = client.get_workflow_handle_for(ParticipationCase.run, workflow_id(number))
                return await handle.query(ParticipationCase.state)
            except (RPCError, RuntimeError):
                if time.monotonic() > end:
                    raise
                await asyncio.sleep(0.3)

    return asyncio.run(ask())


def timeline(caller: Caller, number: str) -> list[tuple[Any, ...]]:
    """What the copy tells."""
    lines = caller.get("auditor1", f"/cases/{number}/timeline")["items"]
    return [(line["version"], line["at"], line["kind"], line["who"], line["task"]) for line in lines]


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: "-".join(str(plan[0]).split()) if ALL else "each")
def test_a_case_survives_the_death_of_every_part(whole: Whole, plan: list[Fault | None]) -> None:
    """Every act once, the timeline as the workflow has it, no task left; and a new start finds it all."""
    caller = Caller(whole)
    number = lived(caller, plan, random.Random(SEED))
    told = timeline(caller, number)
    case = as_the_workflow_has_it(whole, number)

    assert KINDS == [line[2] for line in told]
    assert [
        (e.version, e.model_dump(mode="json")["at"], e.act.kind, e.actor.name, e.task) for e in case.entries
    ] == told
    assert case.tasks == ()
    assert [] == caller.get("coordinator1", f"/tasks?case={number}&onHold=true")["items"]
    assert "ended" == caller.get("coop-a", f"/cases/{number}")["status"]


def test_a_new_start_after_everything_was_killed_finds_every_case(whole: Whole) -> None:
    """Comes last, for it ends the module's installation: the supervisor goes in the same moment as its parts."""
    caller = Caller(whole)
    number = caller.post("coop-a", "/applications", an_application())["case"]
    before = [timeline(caller, case["number"]) for case in caller.get("auditor1", "/cases")["items"]]
    kill(whole, EVERYTHING)
    whole.process.kill()
    with started(whole.state, whole.ports) as again:
        caller = Caller(again)
        after = [timeline(caller, case["number"]) for case in caller.get("auditor1", "/cases")["items"]]
        caller.post("caseworker1", f"/tasks/{caller.task('caseworker1', number)}/complete", a_check())
        case = as_the_workflow_has_it(again, number)

        assert before == after
        assert ["application_received", "completeness_checked"] == [e.act.kind for e in case.entries]
        assert 2 == len(timeline(caller, number))
