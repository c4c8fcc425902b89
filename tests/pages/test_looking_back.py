"""What there is to know of a case at a moment, and the form above a list, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import Request

from api.languages import Language, catalogue
from api.pages import audit, filters
from api.pages.facts import facts
from api.pages.filters import Filter
from api.views import shown_case
from domain.exceptions import Exceptional
from tests.examples import A_MONDAY, a_case, a_grant, a_review, auditor1, caseworker1, decider1

GRANT = a_grant(date(2026, 4, 1), date(2027, 3, 31), conditions=("A talk each month",))
PERMITTED = a_case((A_MONDAY, caseworker1, a_review()), (A_MONDAY, decider1, GRANT))


def asked(query: str) -> Filter:
    return Filter(Request({"type": "http", "query_string": query.encode(), "headers": []}))


def test_facts_have_their_names_in_both_languages() -> None:
    shown = shown_case(PERMITTED, auditor1)
    dutch, english = (facts(shown, "De Werkplaats", each) for each in (Language.NL, Language.EN))

    assert len(dutch) == len(english)
    assert {"Status", "Hours a week", "Conditions"} <= english.keys()
    assert [catalogue(Language.NL)[name] for name in english] == list(dutch)


def test_what_is_wrong_in_a_filter_has_its_dutch() -> None:
    told = {filters.NO_DAY, filters.NO_CHOICE, filters.TOO_LONG, filters.REVERSED, audit.NO_SIZE}

    assert told <= catalogue(Language.NL).keys()


def test_an_empty_field_asks_for_nothing() -> None:
    sought = asked("from=&to=&kind=&actor=&case=+")

    assert (None, None) == (sought.period().first, sought.period().last)
    assert (None, None) == (sought.kind("kind", Exceptional), sought.text("case"))
    assert (25, {}, 200) == (sought.number("size", 25, 500, "no"), sought.wrong, sought.status)


@pytest.mark.parametrize("day", ["morgen", "2026-02-30", "20260201", "2026-W40-2", "2026-1-1"])
def test_what_is_no_day_is_said_at_its_field(day: str) -> None:
    sought = asked(f"from={day}&to=2026-02-01")

    assert date(2026, 2, 1) == sought.period().last
    assert ({"from": filters.NO_DAY}, 400) == (sought.wrong, sought.status)


@pytest.mark.parametrize("size", ["0", "501", "-1", "x", "1.5", "²", "9" * 50])
def test_what_is_no_number_of_cases_is_said_at_its_field(size: str) -> None:
    sought = asked(f"size={size}")

    assert 25 == sought.number("size", 25, 500, audit.NO_SIZE)
    assert {"size": audit.NO_SIZE} == sought.wrong


def test_what_is_not_in_the_list_and_what_is_too_long_is_said() -> None:
    sought = asked("kind=nothing&actor=nobody&case=" + "9" * 21)

    assert (None, None, None) == (
        sought.kind("kind", Exceptional),
        sought.one_of("actor", {"caseworker1"}),
        sought.text("case", 20),
    )
    assert {"kind": filters.NO_CHOICE, "actor": filters.NO_CHOICE, "case": filters.TOO_LONG} == sought.wrong
