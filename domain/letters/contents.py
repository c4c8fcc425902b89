"""What each letter says beside its fixed words, Dutch and English, and since when its templates count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain import acts, terms
from domain.calendar import written
from domain.case import Case, Entry
from domain.fact import Fact, Text
from domain.narration.phrases import hours as in_hours
from domain.policy import Entry as Listed

Said = str | Text | tuple[str, ...] | tuple[Text, ...]
Saying = Callable[[Case, Entry, Any], dict[str, Said]]

FIRST = date(2026, 1, 1)
"""From which the first templates count."""


@dataclass(frozen=True)
class Kind:
    """A kind of letter: its title, what it says, and the days from which its templates count, the oldest first."""

    title: Text
    said: Saying
    versions: tuple[date, ...] = (FIRST,)


def _received(case: Case, _: Entry, act: acts.ApplicationReceived) -> dict[str, Said]:
    asked = act.application
    return {
        "received_on": written(case.received_on),
        "activity": asked.activity,
        "valid_from": written(asked.starts_on),
        "valid_until": written(asked.ends_on),
        "hours": _hours(asked.hours_a_week),
        "decide_by": written(terms.decision(case).due_on),
    }


def _missing(case: Case, _: Entry, act: acts.SupplementRequested) -> dict[str, Said]:
    return {
        "received_on": written(case.received_on),
        "missing": _titles(act.missing, case.policy.items),
        "until": written(act.until),
        "explanation": act.explanation or "",
    }


def _set_aside(case: Case, _: Entry, act: acts.ApplicationSetAside) -> dict[str, Said]:
    asked, proposed = case.last(acts.SupplementRequested), case.last(acts.SetAsideProposed)
    is_newer = asked and proposed and proposed[0].version > asked[0].version
    missing = proposed[1].missing if proposed and is_newer else asked[1].missing if asked else ()
    return {
        "received_on": written(case.received_on),
        "missing": _titles(missing, case.policy.items),
        "asked_on": written(asked[0].on) if asked else "",
        "until": written(asked[1].until) if asked else "",
        "reasoning": act.reasoning,
    }


def _withdrawn(case: Case, entry: Entry, act: acts.ApplicationWithdrawn) -> dict[str, Said]:
    return {
        "received_on": written(case.received_on),
        "withdrawn_on": written(entry.on),
        "reasoning": act.reason or "",
    }


def _granted(case: Case, _: Entry, act: acts.PermissionGranted) -> dict[str, Said]:
    return {
        "received_on": written(case.received_on),
        "activity": case.application.activity,
        "reasoning": act.reasoning,
        **_permission(case),
        **_next_time(case),
    }


def _refused(case: Case, _: Entry, act: acts.PermissionRefused) -> dict[str, Said]:
    grounds = _listed(act.grounds, case.policy.refusal_grounds)
    return {
        "received_on": written(case.received_on),
        "activity": case.application.activity,
        "grounds": tuple(_with_basis(ground) for ground in grounds),
        "reasoning": act.reasoning,
    }


def _report_asked(case: Case, _: Entry, act: acts.ReportRequested) -> dict[str, Said]:
    return {
        "reassess_on": written(act.reassessment_on),
        "report_by": written(terms.report(case).due_on),
        **_permission(case),
    }


def _continued(case: Case, _: Entry, act: acts.ParticipationContinued) -> dict[str, Said]:
    return {"reasoning": act.reasoning, **_permission(case), **_next_time(case)}


def _changed(case: Case, entry: Entry, act: acts.ConditionsChanged) -> dict[str, Said]:
    return {
        "changes_on": written(entry.on),
        "reasoning": act.reasoning,
        **_permission(case),
        **_next_time(case),
    }


def _ended(_: Case, __: Entry, act: acts.ParticipationEnded) -> dict[str, Said]:
    return {
        "ends_on": written(act.ends_on),
        "on_behalf_of": act.on_behalf_of.value,
        "reasoning": act.reasoning,
    }


def _expired(case: Case, _: Entry, __: acts.PermissionExpired) -> dict[str, Said]:
    return _permission(case)


def _permission(case: Case) -> dict[str, Said]:
    """What the resident may do after this act."""
    permission = case.permission
    assert permission is not None
    return {
        "valid_from": written(permission.valid_from),
        "valid_until": written(permission.valid_until),
        "hours": _hours(permission.hours_a_week),
        "conditions": permission.conditions,
    }


def _next_time(case: Case) -> dict[str, Said]:
    term = terms.reassessment(case)
    return {"reassess_on": written(term.due_on) if term else ""}


def _hours(hours: int) -> Text:
    return Text(nl=f"{hours} uur per week", en=f"{in_hours(hours)} a week")


def _listed(codes: Iterable[str], listed: tuple[Listed, ...]) -> list[Listed]:
    known = {each.code: each for each in listed}
    return [known.get(code) or Listed(code=code, title=Text(nl=code, en=code)) for code in codes]


def _titles(codes: Iterable[str], listed: tuple[Listed, ...]) -> tuple[Text, ...]:
    return tuple(each.title for each in _listed(codes, listed))


def _with_basis(each: Listed) -> Text:
    behind = f" ({each.basis})" if each.basis else ""
    return Text(nl=f"{each.title.nl}{behind}", en=f"{each.title.en}{behind}")


LETTERS: dict[type[Fact], Kind] = {
    acts.ApplicationReceived: Kind(
        Text(nl="Wij hebben uw aanvraag ontvangen", en="We have received your application"), _received
    ),
    acts.SupplementRequested: Kind(
        Text(
            nl="Wij hebben nog iets nodig voor uw aanvraag", en="We need something more for your application"
        ),
        _missing,
    ),
    acts.ApplicationSetAside: Kind(
        Text(nl="Wij behandelen uw aanvraag niet", en="We do not deal with your application"), _set_aside
    ),
    acts.ApplicationWithdrawn: Kind(
        Text(nl="Uw aanvraag is ingetrokken", en="Your application has been withdrawn"), _withdrawn
    ),
    acts.PermissionGranted: Kind(Text(nl="U mag meedoen", en="You may take part"), _granted),
    acts.PermissionRefused: Kind(
        Text(nl="U krijgt geen toestemming om mee te doen", en="You do not get permission to take part"),
        _refused,
    ),
    acts.ReportRequested: Kind(
        Text(
            nl="Wij kijken binnenkort opnieuw naar uw toestemming", en="We will soon review your permission"
        ),
        _report_asked,
    ),
    acts.ParticipationContinued: Kind(
        Text(nl="U kunt blijven meedoen", en="You can go on taking part"), _continued
    ),
    acts.ConditionsChanged: Kind(
        Text(nl="De afspraken over uw deelname veranderen", en="The terms of your participation change"),
        _changed,
    ),
    acts.ParticipationEnded: Kind(Text(nl="Uw deelname stopt", en="Your participation ends"), _ended),
    acts.PermissionExpired: Kind(
        Text(nl="Uw toestemming is afgelopen", en="Your permission has ended"), _expired
    ),
}
"""Every act that calls for a letter."""
