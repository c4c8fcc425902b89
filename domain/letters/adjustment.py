"""Other hours or conditions between two reassessments, as asked for or as the municipality proposed."""

from __future__ import annotations

from domain import acts
from domain.acts import Party
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Text
from domain.letters.effect import undone
from domain.letters.kind import (
    Kind,
    Kinds,
    Said,
    next_time,
    the_permission,
    to_both,
    view_heard_in,
    whether_over,
)


def _adjusted(case: Case, entry: Entry, act: acts.ConditionsAdjusted) -> dict[str, Said]:
    return {
        "changes_on": written(entry.on),
        "reasoning": act.reasoning,
        "deviation": act.deviation or "",
        **asked_by(case, act.about),
        **view_heard_in(case, act.about),
        **the_permission(case),
        **next_time(case),
    }


def _refused(case: Case, entry: Entry, act: acts.AdjustmentRefused) -> dict[str, Said]:
    return {
        **undone(case, entry),
        "reasoning": act.reasoning,
        **asked_by(case, act.about),
        **view_heard_in(case, act.about),
        **whether_over(case),
        **the_permission(case),
    }


def _dropped(case: Case, entry: Entry, act: acts.AdjustmentDropped) -> dict[str, Said]:
    return {
        **undone(case, entry),
        "withdrawn_on": written(act.received_on or entry.on),
        "reasoning": act.reason or "",
        **asked_by(case, act.about),
        **whether_over(case),
        **the_permission(case),
    }


def _lapsed(case: Case, _: Entry, act: acts.AdjustmentLapsed) -> dict[str, Said]:
    return {
        "ended_by": act.ended_by.value,
        "left_to": Text(nl="aan te passen", en="adjust"),
        **asked_by(case, act.about),
    }


def asked_by(case: Case, about: int) -> dict[str, Said]:
    """Who asked for it: `resident`, `cooperative`, or `municipality` when it was its own proposal."""
    asked = case.act(about, acts.AdjustmentRequested)
    return {"asked_by": (asked.on_behalf_of if asked else Party.MUNICIPALITY).value}


LETTERS: Kinds = {
    acts.ConditionsAdjusted: Kind(
        Text(nl="De afspraken over uw deelname veranderen", en="The terms of your participation change"),
        _adjusted,
    ),
    acts.AdjustmentRefused: Kind(
        Text(
            nl="De afspraken over de deelname veranderen niet",
            en="The terms of the participation do not change",
        ),
        _refused,
        goes_to=to_both,
    ),
    acts.AdjustmentDropped: Kind(
        Text(nl="De aanpassing gaat niet door", en="The adjustment does not go on"),
        _dropped,
        goes_to=to_both,
    ),
    acts.AdjustmentLapsed: Kind(
        Text(nl="Het verzoek om aan te passen is vervallen", en="The request to adjust has lapsed"),
        _lapsed,
        goes_to=to_both,
    ),
}
