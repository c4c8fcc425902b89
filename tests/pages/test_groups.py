"""What else one can do stands under what it is about."""

from __future__ import annotations

from collections import Counter

from api.pages.groups import FEW, GROUPS, grouped
from domain import acts
from domain.authority import MAY

KINDS = {str(kind.model_fields["kind"].default) for kind in set(MAY) - set(acts.TASK_ACTS)}


def test_each_act_that_somebody_can_do_stands_under_one_heading() -> None:
    found = Counter(kind for group in GROUPS for kind in group.kinds)

    assert dict.fromkeys(KINDS, 1) == dict(found)


def test_many_stand_under_headings_in_one_order_and_each_by_the_alphabet() -> None:
    named = {
        "note_added": "Note",
        "renewal_requested": "Renew",
        "question_asked": "Ask",
        "view_invited": "Hear",
    }
    many = grouped([*named.items(), ("term_suspended", "Halt"), ("adjustment_proposed", "Adjust")])

    assert [
        ("Changing or ending the permission", ["Adjust", "Renew"]),
        ("Terms, letters and money", ["Halt"]),
        ("Questions, advice and notes", ["Ask", "Hear", "Note"]),
    ] == [(title.en if title else None, [words for _, words in each]) for title, each in many]


def test_a_few_need_no_heading_and_nothing_is_no_list() -> None:
    few = [(kind, kind) for kind in sorted(KINDS)[:FEW]]

    assert [(None, few)] == grouped(reversed(few))
    assert [] == grouped([])
