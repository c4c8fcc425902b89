"""More time to send what was asked for. Awb 4:5(1), 6:6."""

from __future__ import annotations

from datetime import date

from domain import acts, objections, terms
from domain.acceptance.period import awaited
from domain.askers import who_objects
from domain.calendar import written
from domain.case import Case, Entry
from domain.letters.application import asked
from domain.letters.kind import Kind, Kinds, Said, both, titles, to_who_asked
from domain.letters.objection import MISSING


def _extended(case: Case, entry: Entry, act: acts.PeriodExtended) -> dict[str, Said]:
    missing = awaited(case, act.about)
    assert missing is not None
    return {
        "asked_on": written(missing.on),
        "about": both("uw bezwaar", "your objection") if case.is_objection else asked(case, act.about),
        "missing": titles(missing.act.missing, case.policy.items)
        if isinstance(missing.act, acts.SupplementRequested)
        else tuple(MISSING[each] for each in missing.act.defects)
        if isinstance(missing.act, acts.RepairRequested)
        else (),
        "until": written(act.until),
        "reasoning": act.reasoning,
        "stands_still": "yes" if _moves_the_term(case, entry, act.about) else "",
        "decide_by": written(_decide_by(case, act.about)),
    }


def _decide_by(case: Case, request: int | None) -> date:
    if case.is_objection:
        return objections.objection_decision(case).due_on
    return terms.decision_on(case, request).due_on


def _moves_the_term(case: Case, entry: Entry, request: int | None) -> bool:
    return _decide_by(case, request) > _decide_by(case.up_to(entry.version - 1), request)


LETTERS: Kinds = {
    acts.PeriodExtended: Kind(
        both("U krijgt meer tijd om iets te sturen", "You get more time to send something"),
        _extended,
        goes_to=lambda case: who_objects(case) if case.is_objection else to_who_asked(case),
    ),
}
