"""The answer to a notice of default, and the decision on the penalty payment for deciding too late. Awb 4:17, 4:18."""

from __future__ import annotations

from datetime import timedelta

from domain import acts
from domain.acts import Addressee, NoticeEffect
from domain.askers import who_asked, who_objects
from domain.calendar import written
from domain.case import Case, Entry
from domain.duties import decision_in
from domain.fact import Text
from domain.letters.amounts import rounded
from domain.letters.application import asked
from domain.letters.kind import Kind, Kinds, Said, both, is_over
from domain.term import in_days
from domain.terms import penalty as terms
from domain.terms.awaited import awaited_by, day_of, ending

BECAUSE: dict[NoticeEffect, Text] = {
    NoticeEffect.PREMATURE: both(
        "wij hadden meer tijd om te beslissen dan wij toen wisten",
        "we had more time to decide than we knew then",
    ),
    NoticeEffect.REPEATED: both(
        "een ingebrekestelling die eerder bij ons kwam, geldt",
        "a notice of default that came to us before it counts",
    ),
    NoticeEffect.COUNTS: both(
        "onze brief met een latere dag ging te laat weg", "our letter with a later day went out too late"
    ),
}
"""Why a notice does this after all, and not what was written of it before; own motion is known from the beginning."""

NO_OTHER = both(
    "de ingebrekestelling die eerder bij ons kwam, geldt niet",
    "the notice of default that came to us before it does not count",
)


def weighed_anew(act: acts.NoticeOfDefaultWeighed) -> Text | None:
    """Why it does something else than was written before; none when it is weighed for the first time."""
    if act.was is None:
        return None
    is_first_now = act.was is NoticeEffect.REPEATED and act.effect is NoticeEffect.COUNTS
    return NO_OTHER if is_first_now else BECAUSE.get(act.effect)


def _weighed(case: Case, _: Entry, act: acts.NoticeOfDefaultWeighed) -> dict[str, Said]:
    first, decided_on = act.first_day_on, terms.stopped_on(case, act.about)
    is_owed = decided_on is not None and terms.reckoned(case, act.about).days > 0
    return {
        "effect": act.effect.value,
        "anew": weighed_anew(act) or "",
        "asked": _what(case, act.about),
        "notice_on": written(day_of(case, act.about)),
        "due_on": written(act.decision_due_on),
        "is_over": "yes" if is_over(case, act.decision_due_on) else "",
        "again_from": written(act.decision_due_on + timedelta(days=1)),
        "first_on": written(first) if first else "",
        "decided_on": written(decided_on) if decided_on else "",
        "is_owed": "yes" if is_owed else "",
    }


def _determined(case: Case, entry: Entry, act: acts.PenaltyDetermined) -> dict[str, Said]:
    penalty = terms.reckoned(case, act.about)
    before, paid = terms.whose_place_it_takes(case, entry), terms.paid_otherwise_cents(case, act.about)
    first, last = penalty.first_day_on, penalty.last_day_on
    return {
        "asked": _what(case, act.about),
        "notice_on": written(day_of(case, act.about)),
        "due_on": written(terms.decision_due_on(case, act.about)),
        "amount": rounded(act.cents) if act.cents else "",
        "before_on": written(before[0].on) if before else "",
        "paid": rounded(paid) if paid else "",
        "left": rounded(act.cents - paid) if act.cents > paid else "",
        "first_on": written(first) if first else "",
        "last_on": written(last) if last else "",
        "days": in_days(penalty.days),
        "reckoned": tuple(
            Text(
                nl=f"{in_days(each.days).nl} van {rounded(each.cents_a_day).nl}: {rounded(each.cents).nl}",
                en=f"{in_days(each.days).en} at {rounded(each.cents_a_day).en}: {rounded(each.cents).en}",
            )
            for each in penalty.stretches
        ),
        "pay_by": written(terms.payment(act.about)(case).due_on),
        "none_because": NOTHING_BECAUSE[act.none_because] if act.none_because else "",
        "taken_back": "yes" if _is_taken_back(case, act.about) else "",
        "reasoning": act.reasoning,
    }


NOTHING_BECAUSE = {
    acts.NoPenalty.UNREASONABLY_LATE: both(
        "De ingebrekestelling kwam veel te laat na de dag waarop wij hadden moeten beslissen.",
        "The notice of default came far too long after the day on which we should have decided.",
    ),
    acts.NoPenalty.NO_INTEREST: both(
        "Wie de ingebrekestelling stuurde, is geen belanghebbende: het besluit gaat niet rechtstreeks over diegene.",
        "Whoever sent the notice of default is not an interested party: the decision is not directly about them.",
    ),
    acts.NoPenalty.MANIFESTLY_HOPELESS: both(
        "Het was meteen duidelijk dat wij niet konden doen wat gevraagd werd.",
        "It was plain from the start that we could not do what was asked.",
    ),
}
"""Why nothing is owed, as the resident is told. Awb 4:17(6)."""


def _is_taken_back(case: Case, notice: int) -> bool:
    """Whether the wait ended without a decision, so that no objection to one can be about the amount. Awb 4:19(1)."""
    ended = ending(case, awaited_by(case, notice))
    return ended is not None and decision_in(ended.act) is None


def _what(case: Case, notice: int) -> Text:
    """On what there was no decision in time."""
    if case.is_objection:
        return both("het bezwaar in deze zaak", "the objection in this case")
    return asked(case, awaited_by(case, notice).request)


def _who_waited(case: Case) -> tuple[Addressee, ...]:
    """Who gives notice and is owed something: who asked for the decision, and who speaks for him. Awb 4:17(1)."""
    if case.is_objection:
        return who_objects(case)
    answer = case.entries[-1].act
    assert isinstance(answer, acts.NoticeOfDefaultWeighed | acts.PenaltyDetermined)
    return who_asked(case, awaited_by(case, answer.about).request)


LETTERS: Kinds = {
    acts.NoticeOfDefaultWeighed: Kind(
        both("Uw ingebrekestelling", "Your notice of default"), _weighed, goes_to=_who_waited
    ),
    acts.PenaltyDetermined: Kind(
        Text(nl="Wij beslisten te laat: de dwangsom", en="We decided too late: the penalty payment"),
        _determined,
        goes_to=_who_waited,
    ),
}
