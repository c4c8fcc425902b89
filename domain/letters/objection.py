"""An objection, from its receipt to the decision on it. Awb chapters 6 and 7."""

from __future__ import annotations

from domain import acts, hearings, objections, replaced
from domain.acts import Addressee, Consent, Defect, NoHearing, Outcome
from domain.askers import who_objects
from domain.calendar import written
from domain.case import Case, Entry
from domain.law import objection as law
from domain.letters.amounts import in_full
from domain.letters.closing import what_follows
from domain.letters.kind import Kind, Kinds, Said, both, decides_by
from domain.letters.not_heard import RESIDENT_TOO, asks_others, why_not_heard
from domain.narration.objection import OUTCOMES
from domain.words import DECISIONS


def to_everybody(case: Case) -> tuple[Addressee, ...]:
    """The objector too, with a copy for who got the decision that it is against. Awb 7:2(2), 7:10(3), 7:12."""
    first = who_objects(case)
    return (*first, *(each for each in (Addressee.RESIDENT, Addressee.COOPERATIVE) if each not in first))


def _about(case: Case) -> dict[str, Said]:
    return {
        "received_on": written(case.received_on),
        "decided_on": written(case.objection.decision.decided_on),
    }


def _decide_by(case: Case) -> dict[str, Said]:
    return decides_by(case, objections.objection_decision(case).due_on)


def _acknowledged(case: Case, _: Entry, __: acts.ObjectionAcknowledged) -> dict[str, Said]:
    is_sent = case.objection.decision.sent_on or case.last(acts.ContestedDecisionSent)
    committee = "yes" if objections.has_committee(case) else ""
    return {**_about(case), **_decide_by(case), "committee": committee, "is_unsent": "" if is_sent else "yes"}


def _named(case: Case, _: Entry, __: acts.AdmissibilityJudged) -> dict[str, Said]:
    return {**_about(case), **_decide_by(case)}


def _names_a_committee(case: Case, entry: Entry) -> bool:
    """Whether it is by this that a committee is there, and the objector does not know it yet. Awb 7:13(2)."""
    return objections.has_committee(case) and not objections.has_committee(case.up_to(entry.version - 1))


def _repair(case: Case, entry: Entry, act: acts.RepairRequested) -> dict[str, Said]:
    return {
        "stands_still": "yes" if _moves_the_term(case, entry) else "",
        **_about(case),
        "defects": tuple(MISSING[each] for each in act.defects),
        "until": written(act.until),
        "explanation": act.explanation or "",
    }


def _moves_the_term(case: Case, asked: Entry) -> bool:
    """Whether the decision comes later by what is asked, in the whole period for it.

    Not where that is over before the term begins, nor where the term is over or was fixed. Awb 7:10(1), (2), (4).
    """
    before = case.up_to(asked.version - 1)
    return objections.objection_decision(case).due_on > objections.objection_decision(before).due_on


def _invited(case: Case, entry: Entry, act: acts.HearingInvited) -> dict[str, Said]:
    documents_by = law.documents_by(act.hearing_on)
    return {
        **_about(case),
        "hearing_on": written(act.hearing_on),
        "place": act.place,
        "answer_by": written(act.answer_by) if act.answer_by else "",
        "committee": "yes" if objections.has_committee(case) else "",
        "sooner": "yes" if act.sooner_agreed else "",
        "documents_by": written(documents_by) if documents_by > entry.on else "",
    }


def _waived(case: Case, _: Entry, act: acts.HearingWaived) -> dict[str, Said]:
    return {
        **_about(case),
        **_decide_by(case),
        "ground": why_not_heard(case, act.ground),
        "reasoning": act.reasoning,
        "others": "yes" if asks_others(case, act.ground) else "",
    }


def _declined(case: Case, _: Entry, __: acts.HearingDeclined) -> dict[str, Said]:
    invited_for = hearings.hearing(case)
    assert invited_for is not None
    return {
        **_about(case),
        **_decide_by(case),
        "hearing_on": written(invited_for.due_on),
        "others": "yes" if asks_others(case, NoHearing.DECLINED) else "",
        "resident": RESIDENT_TOO[his] if (his := hearings.resident_too(case)) else "",
    }


def _were_invited(case: Case, _: Entry) -> bool:
    """Not everybody whom an invitation went to knows that somebody declined. Awb 7:2(2)."""
    return hearings.hearing(case) is not None


def _adjourned(case: Case, _: Entry, act: acts.ObjectionAdjourned) -> dict[str, Said]:
    return {**_about(case), **_decide_by(case), "reasoning": act.reasoning}


def _postponed(case: Case, _: Entry, act: acts.ObjectionPostponed) -> dict[str, Said]:
    return {
        **_about(case),
        **_decide_by(case),
        "consent": AGREED[act.consent],
        "reasoning": act.reasoning,
    }


def _decided(case: Case, _: Entry, act: acts.ObjectionDecided) -> dict[str, Said]:
    return {
        **_about(case),
        "outcome": DECIDED[act.outcome],
        "reasoning": act.reasoning,
        "no_hearing": why_not_heard(case, act.no_hearing) if act.no_hearing else "",
        "departs": act.departs_because or "",
        **_advice(case),
        "costs": in_full(act.costs.cents) if act.costs and act.costs.cents else "",
        "costs_why": act.costs.reasoning if act.costs else "",
        "again": _becomes(case.objection) if act.outcome in acts.WELL_FOUNDED else "",
        **_stands(case),
    }


def _advice(case: Case) -> dict[str, Said]:
    """What the committee advised, which is sent along where the decision departs from it. Awb 7:13(7)."""
    advice = objections.advised(case)
    if advice is None:
        return {"advised": "", "advice": ""}
    return {"advised": OUTCOMES[advice.outcome], "advice": advice.reasoning}


def _becomes(objection: acts.ObjectionReceived) -> str:
    return replaced.once_upheld(objection.decision)


def _stands(case: Case) -> dict[str, Said]:
    """Which decision stands now, when the contested one was corrected or taken again meanwhile. Awb 6:19."""
    stands = replaced.standing(case)
    taken_back = "restored" if stands.kind == REVOCATION else "again"
    return {
        "stands_on": written(stands.decided_on),
        "is_new": "yes" if stands.is_new else "",
        "it_is": DECISIONS[stands.kind] if stands.is_new else "",
        "corrected_on": written(stands.corrected_on) if stands.corrected_on else "",
        "reversed": taken_back if stands.is_reversed else "",
    }


REVOCATION = acts.PermissionRevoked.model_fields["kind"].default


def _taken_up(case: Case, _: Entry, act: acts.ObjectionTakenUp) -> dict[str, Said]:
    return {
        **_about(case),
        **_decide_by(case),
        "ruled_on": written(act.ruled_on),
        "by_the_court": "yes" if act.is_term_set else "",
    }


def _forwarded(case: Case, _: Entry, act: acts.ObjectionForwarded) -> dict[str, Said]:
    return {**_about(case), "to_whom": act.to, "reasoning": act.reasoning, "follows": what_follows(case)}


def _withdrawn(case: Case, entry: Entry, act: acts.ObjectionWithdrawn) -> dict[str, Said]:
    return {
        **_about(case),
        "withdrawn_on": written(act.received_on or entry.on),
        "reasoning": act.reason or "",
        "follows": what_follows(case),
        **_stands(case),
    }


MISSING = {
    Defect.REASONS: both("waarom u het niet eens bent met het besluit", "why you disagree with the decision"),
    Defect.SIGNATURE: both("uw handtekening", "your signature"),
    Defect.NAME_AND_ADDRESS: both("uw naam en adres", "your name and address"),
    Defect.DATE: both("de datum van uw bezwaar", "the date of your objection"),
    Defect.AUTHORISATION: both(
        "een machtiging: dat u voor iemand anders bezwaar mag maken",
        "an authorisation: that you may object for somebody else",
    ),
    Defect.TRANSLATION: both("een vertaling in het Nederlands", "a translation into Dutch"),
}
"""What an objection lacks, as the objector reads it. Awb 6:5, 6:6."""

AGREED = {
    Consent.ALL: both("Iedereen die erbij betrokken is, vindt dat goed.", "Everybody concerned agrees."),
    Consent.OBJECTOR: both(
        "U vindt dat goed, en niemand anders heeft er last van.", "You agree, and it harms nobody else."
    ),
    Consent.PROCEDURE: both(
        "Wij moeten ons aan regels houden die meer tijd vragen.", "We must keep rules that take more time."
    ),
}
"""On what a further postponement rests. Awb 7:10(4)."""

DECIDED = {
    Outcome.INADMISSIBLE: both(
        "Wij mogen uw bezwaar niet behandelen. Het is niet-ontvankelijk.",
        "We may not deal with your objection. It is inadmissible.",
    ),
    Outcome.UNFOUNDED: both(
        "U krijgt geen gelijk. Uw bezwaar is ongegrond.",
        "We do not agree with you. Your objection is unfounded.",
    ),
    Outcome.PARTLY_UPHELD: both(
        "U krijgt voor een deel gelijk. Uw bezwaar is gedeeltelijk gegrond.",
        "We agree with you in part. Your objection is partly upheld.",
    ),
    Outcome.UPHELD: both(
        "U krijgt gelijk. Uw bezwaar is gegrond.", "We agree with you. Your objection is upheld."
    ),
}
"""What becomes of the objection. Awb 7:11."""

LETTERS: Kinds = {
    acts.ObjectionAcknowledged: Kind(
        both("Wij hebben uw bezwaar ontvangen", "We have received your objection"),
        _acknowledged,
        goes_to=who_objects,
    ),
    acts.AdmissibilityJudged: Kind(
        both("Een adviescommissie kijkt naar uw bezwaar", "An advisory committee looks at your objection"),
        _named,
        goes_to=who_objects,
        is_called_for=_names_a_committee,
    ),
    acts.RepairRequested: Kind(
        both("Wij hebben nog iets nodig voor uw bezwaar", "We need something more for your objection"),
        _repair,
        goes_to=who_objects,
    ),
    acts.HearingInvited: Kind(
        both(
            "Uitnodiging voor de hoorzitting over uw bezwaar", "Invitation to the hearing on your objection"
        ),
        _invited,
        goes_to=to_everybody,
    ),
    acts.HearingWaived: Kind(
        both("Er is geen hoorzitting over uw bezwaar", "There is no hearing on your objection"),
        _waived,
        goes_to=to_everybody,
    ),
    acts.HearingDeclined: Kind(
        both("Er is geen hoorzitting over uw bezwaar", "There is no hearing on your objection"),
        _declined,
        goes_to=to_everybody,
        is_called_for=_were_invited,
    ),
    acts.ObjectionAdjourned: Kind(
        both("Wij beslissen later op uw bezwaar", "We decide on your objection later"),
        _adjourned,
        goes_to=to_everybody,
    ),
    acts.ObjectionPostponed: Kind(
        both("Wij stellen de beslissing op uw bezwaar uit", "We postpone the decision on your objection"),
        _postponed,
        goes_to=to_everybody,
    ),
    acts.ObjectionDecided: Kind(
        both("Onze beslissing op uw bezwaar", "Our decision on your objection"),
        _decided,
        goes_to=to_everybody,
    ),
    acts.ObjectionTakenUp: Kind(
        both("Wij behandelen uw bezwaar alsnog", "We deal with your objection after all"),
        _taken_up,
        goes_to=to_everybody,
    ),
    acts.ObjectionForwarded: Kind(
        both("Wij hebben uw bezwaar doorgestuurd", "We have forwarded your objection"),
        _forwarded,
        goes_to=to_everybody,
    ),
    acts.ObjectionWithdrawn: Kind(
        both("Uw bezwaar is ingetrokken", "Your objection has been withdrawn"),
        _withdrawn,
        goes_to=to_everybody,
    ),
}
