"""What else one can do in a case, by what it is about: some twenty kinds of act are too many to look through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from domain.fact import Text

FEW = 5
"""So many need no headings."""


@dataclass(frozen=True)
class Group:
    """Kinds of act that are about the same."""

    title: Text
    kinds: tuple[str, ...]


GROUPS = (
    Group(
        Text(nl="Aanvraag en besluit", en="Application and decision"),
        (
            *("application_received", "completeness_checked", "set_aside_proposed", "supplement_received"),
            *(
                "application_set_aside",
                "application_taken_up",
                "application_withdrawn",
                "application_reviewed",
            ),
            *("review_returned", "permission_granted", "permission_refused"),
            *("decision_corrected", "decision_reversed"),
        ),
    ),
    Group(
        Text(nl="Hoe het meedoen gaat", en="How taking part goes"),
        (
            *("progress_reported", "resident_reacted", "change_reported", "incident_reported"),
            *("change_assessed", "participation_continued", "conditions_changed"),
        ),
    ),
    Group(
        Text(nl="Toestemming veranderen of beëindigen", en="Changing or ending the permission"),
        (
            *("adjustment_requested", "adjustment_proposed", "conditions_adjusted", "adjustment_refused"),
            *("adjustment_dropped", "renewal_requested", "renewal_withdrawn", "renewal_advised"),
            *("permission_renewed", "renewal_refused", "request_set_aside", "trial_evaluated"),
            "trial_left_to_end",
            *("permission_extended_to_full", "standstill_proposed", "standstill_dropped"),
            *("permission_suspended", "permission_reinstated", "revocation_proposed", "revocation_dropped"),
            *("permission_revoked", "participation_ended", "ending_withdrawn"),
        ),
    ),
    Group(
        Text(nl="Bezwaar en rechter", en="Objection and court"),
        (
            *("objection_received", "repair_received", "repair_requested", "objection_withdrawn"),
            *("objection_forwarded", "admissibility_judged", "hearing_invited", "hearing_declined"),
            *("hearing_waived", "hearing_held", "hearing_reopened", "committee_advised", "objection_decided"),
            *("costs_claimed", "appeal_recorded", "court_asked", "appeal_outcome_recorded"),
            "court_decided",
        ),
    ),
    Group(
        Text(nl="Termijnen, brieven en geld", en="Terms, letters and money"),
        (
            *("term_suspended", "suspension_ended", "decision_adjourned", "objection_adjourned"),
            "period_extended",
            *("objection_postponed", "posting_looked_into", "consent_changed"),
            *(
                "notice_of_default_received",
                "late_decision_appealed",
                "late_decision_ruled",
                "penalty_determined",
                "penalty_paid",
            ),
        ),
    ),
    Group(
        Text(nl="Vragen, advies en notities", en="Questions, advice and notes"),
        (
            *("question_asked", "question_answered", "question_withdrawn", "view_invited", "view_received"),
            *("advice_requested", "advice_received", "advice_forgone", "note_added"),
        ),
    ),
    Group(Text(nl="Wie eraan werkt", en="Who works on it"), ("interest_declared", "interest_withdrawn")),
)
"""By what they are about, each kind of act that somebody can do without a task; in the order of a page."""

_PLACE = {kind: place for place, group in enumerate(GROUPS) for kind in group.kinds}


def grouped(named: Iterable[tuple[str, str]]) -> list[tuple[Text | None, list[tuple[str, str]]]]:
    """These kinds of act with their words in the order of the alphabet, under what they are about if there are many."""
    found = sorted(named, key=lambda each: each[1])
    if len(found) <= FEW:
        return [(None, found)] if found else []
    found.sort(key=lambda each: _PLACE[each[0]])
    by_group = groupby(found, key=lambda each: _PLACE[each[0]])
    return [(GROUPS[place].title, list(of)) for place, of in by_group]
