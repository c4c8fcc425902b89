"""`meedoen term`, as people type it; nothing needs to run."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from cli import app

A_DAY = "Schrijf een dag als jaar-maand-dag, zoals 2026-09-01"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen on which no line breaks."""
    monkeypatch.setenv("COLUMNS", "160")


def typed(*words: str) -> tuple[int, list[str]]:
    """The exit code, and every line that was printed."""
    result = CliRunner().invoke(app, ["term", *words])
    return result.exit_code, [" ".join(line.split()) for line in result.output.splitlines()]


def test_a_decision_term_is_told_in_dutch_step_by_step() -> None:
    assert (
        0,
        [
            "Besluit uiterlijk ma 9 nov 2026",
            "di 1 sep 2026 aanvraag ontvangen Awb 4:13",
            "di 27 okt 2026 8 weken Awb 4:13",
            "ma 9 nov 2026 13 dagen opgeschort: 9 september 2026 tot en met 21 september 2026 Awb 4:15",
        ],
    ) == typed("decision", "2026-09-01", "--suspended", "2026-09-08/2026-09-22")


def test_and_in_english_when_asked() -> None:
    code, lines = typed("decision", "2026-03-20", "--language", "en")

    assert (0, "Decision by Mon 18 May 2026") == (code, lines[0])
    assert "Mon 18 May 2026 falls on a day off, so the next working day Atw 1" == lines[-1]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (
            "decision 2026-09-01 --suspended 2026-09-08/2026-09-22 --suspended 2026-09-10/2026-09-25",
            "Besluit uiterlijk do 12 nov 2026",
        ),
        (
            "decision 2026-09-01 --adjourned-to 2026-12-01 --adjourned-on 2026-10-20",
            "Besluit uiterlijk di 1 dec 2026",
        ),
        ("decision 2026-09-25 --weeks 13", "Besluit uiterlijk vr 25 dec 2026"),
        ("set-aside 2026-09-22", "Buiten behandeling stellen uiterlijk di 20 okt 2026"),
        ("objection 2026-04-03", "Bezwaar tot en met ma 18 mei 2026"),
        ("objection-decision 2026-08-21", "Beslissing op bezwaar uiterlijk vr 13 nov 2026"),
        ("objection-decision 2026-08-21 --committee", "Beslissing op bezwaar uiterlijk ma 28 dec 2026"),
        (
            "objection-decision 2026-08-21 --adjourned-weeks 6 --suspended 2026-10-05/2026-10-19",
            "Beslissing op bezwaar uiterlijk do 7 jan 2027",
        ),
        ("penalty 2026-01-02 --on-date 2026-02-27", "Dwangsom € 1.442,00, 42 dagen"),
        ("penalty 2026-01-02 --on-date 2026-01-17", "Dwangsom € 23,00, 1 dag"),
        ("penalty 2026-01-02 --on-date 2026-02-27 --stopped-on 2026-01-31", "Dwangsom € 322,00, 14 dagen"),
        ("penalty 2026-01-02 --on-date 2026-02-27 --decision-due-on 2026-01-02", "Geen dwangsom"),
    ],
)
def test_each_term_has_its_heading(words: str, heading: str) -> None:
    code, lines = typed(*words.split())

    assert (0, heading) == (code, lines[0])


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("--received-on 2026-10-09 --posted-on 2026-10-02", "Op tijd"),
        ("--received-on 2026-10-05", "Te laat"),
    ],
)
def test_an_objection_is_told_to_be_in_time_or_not(words: str, answer: str) -> None:
    assert answer in typed("objection", "2026-08-21", *words.split())[1]


def test_a_date_past_the_last_decree_is_told_with_a_warning() -> None:
    lines = typed("objection", "2028-12-01")[1]

    assert "feestdagen na 2028 zijn nog niet alle bekend: deze datum kan nog schuiven" == lines[-1]


def test_a_penalty_is_counted_up_to_today_when_no_day_is_given() -> None:
    """However late today is, the most is owed."""
    assert "Dwangsom € 1.442,00, 42 dagen" == typed("penalty", "2024-01-02")[1][0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("decision 1-9-2026", f"received-on: {A_DAY}"),
        (
            "decision 2026-09-01 --suspended 2026-09-08",
            "suspended: Schrijf twee dagen met een schuine streep ertussen, zoals 2026-09-08/2026-09-22",
        ),
        (
            "decision 2026-09-01 --adjourned-to 2026-10-27 --language en",
            "adjourned-to: The new date lies after 27 October 2026, the date without it",
        ),
        (
            "objection-decision 2026-08-21 --adjourned-weeks 7",
            "adjourned-weeks: Verdagen kan met ten hoogste 6 weken",
        ),
        ("set-aside x", f"from: {A_DAY}"),
        (
            "penalty x --on-date y",
            f"received-on: {A_DAY}; on-date: {A_DAY}",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence(words: str, told: str) -> None:
    assert (1, [told]) == typed(*words.split())
