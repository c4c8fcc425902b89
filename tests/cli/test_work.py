"""`submit`, `tasks` and `case` beside a running Meedoen, as a newcomer types them."""

from __future__ import annotations

import subprocess
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.platform.test_start import Whole, own_ports, started

ITEMS = (
    "Plan: what the resident will do, and what comes of it (plan); "
    "Authorisation: the resident lets the cooperative apply (authorisation); "
    "Copy of a valid proof of identity (proof-of-identity); "
    "Agreement between the resident and the cooperative, signed by both (agreement); "
    "Schedule: the days and hours on which the resident takes part (hours-schedule)"
)
PLAIN = "examples/applications.csv"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Generator[Whole]:
    with started(tmp_path_factory.mktemp("whole"), own_ports()) as running:
        yield running


@pytest.fixture(scope="module")
def submitted(whole: Whole) -> subprocess.CompletedProcess[str]:
    return whole.meedoen("submit", PLAIN)


@pytest.fixture(scope="module")
def number(whole: Whole, submitted: subprocess.CompletedProcess[str]) -> str:
    """The case of the first row."""
    assert submitted.returncode == 0
    tasks = whole.meedoen("tasks", "--limit", "200").stdout.splitlines()
    return next(line for line in tasks if "Ayşe Demir" in line).split(".")[0]


def test_the_plain_command_submits_all_fifty(submitted: subprocess.CompletedProcess[str]) -> None:
    assert ("50 applications: 50 submitted.\n", "", 0) == (
        submitted.stdout,
        submitted.stderr,
        submitted.returncode,
    )


def test_submitting_again_makes_no_second_case(
    whole: Whole, submitted: subprocess.CompletedProcess[str]
) -> None:
    assert submitted.returncode == 0
    again = whole.meedoen("submit", PLAIN)

    assert ("50 applications: 0 submitted, 50 already there.\n", 0) == (again.stdout, again.returncode)
    assert 50 == whole.meedoen("tasks", "--limit", "200").stdout.count("de-werkplaats")


def test_bad_rows_are_told_and_the_good_one_is_sent(whole: Whole) -> None:
    """Also by what only the municipality knows, before anything is sent; and again when it is sent again."""
    mixed, again = [whole.meedoen("submit", "examples/applications-with-errors.csv") for _ in range(2)]

    assert (1, 1) == (mixed.returncode, again.returncode)
    assert "11 applications: 1 submitted, 10 not sent since they are not right.\n" == mixed.stdout
    assert "11 applications: 0 submitted, 1 already there, 10 not sent since they are not right.\n" == (
        again.stdout
    )
    assert mixed.stderr == again.stderr
    told = mixed.stderr.splitlines()
    assert "line 3: Citizen service number (resident_bsn): This is not a valid BSN" == told[0]
    assert told[-4:] == [
        "line 9: Cooperative: You apply for residents of your own cooperative only: de-werkplaats",
        "line 10: Hours a week (hours_a_week): The policy allows at most 24 hours a week",
        f"line 11: Attachments (items): diploma is not in the policy's list: {ITEMS}",
        "line 12: Received on (received_on): Only the municipality registers an earlier date of receipt",
    ]


def test_another_cooperatives_file_is_refused_at_its_column_and_nothing_is_sent(whole: Whole) -> None:
    refused = whole.meedoen("submit", PLAIN, "--as", "coop-b")

    assert "50 applications: 0 submitted, 50 not sent since they are not right.\n" == refused.stdout
    assert (
        "line 2: Cooperative: You apply for residents of your own cooperative only: groen-doen"
        == (refused.stderr.splitlines()[0])
    )
    assert "There is nothing to do.\n" == whole.meedoen("tasks", "--as", "coop-b").stdout


def test_a_caseworker_registers_for_any_cooperative(whole: Whole, tmp_path: Path) -> None:
    lines = Path("examples/applications-with-errors.csv").read_text().splitlines()
    (tmp_path / "post.csv").write_text("\n".join((lines[0], lines[8], lines[11])))
    registered = whole.meedoen("submit", str(tmp_path / "post.csv"), "--as", "caseworker1")

    assert "2 applications: 2 submitted.\n" == registered.stdout


def test_tasks_are_shown_with_their_due_dates_in_words(whole: Whole, number: str) -> None:
    shown = whole.meedoen("tasks", "--limit", "2", "--language", "nl")

    assert shown.stdout.splitlines()[0].split() == ["Taak", "Klaar", "Wat", "Inwoner", "Coöperatie", "Bij"]
    assert number.startswith("MD-")
    assert "Compleetheid controleren" in shown.stdout
    assert " werkdagen (" in shown.stdout
    assert "Er zijn er meer: --limit 4" in shown.stdout
    assert "There is nothing to do.\n" == whole.meedoen("tasks", "--assignee", "me").stdout


def test_a_case_is_told_as_people_read_it(whole: Whole, number: str) -> None:
    told = whole.meedoen("case", number).stdout

    assert ": being checked" in told.splitlines()[0]
    assert "Fatma Yıldız: An application came in: " in told
    assert "Decision by " in told
    assert ": 8 weeks (Awb 4:13)" in told
    assert "99999" not in told


def test_the_cooperative_reads_its_own_case_in_dutch_and_nobody_elses(whole: Whole, number: str) -> None:
    own = whole.meedoen("case", number.lower(), "--as", "coop-a", "--language", "nl")
    other = whole.meedoen("case", number, "--as", "coop-b")

    assert "Fatma Yıldız: Aanvraag ontvangen: " in own.stdout
    assert "Besluit uiterlijk " in own.stdout
    assert (1, f"There is no case {number} for you.\n") == (other.returncode, other.stderr)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("submit", PLAIN, "--token", "forged"), "The token is not valid here."),
        (("submit", PLAIN, "--as", "burgemeester"), "There is no user burgemeester; the users are "),
        (("tasks", "--api", "http://127.0.0.1:9"), "The API at http://127.0.0.1:9 does not answer: "),
        (("tasks", "--as", "controller1"), "Your role reads no cases."),
        (("case", "../tasks"), "There is no"),
        (("submit", "examples/none.csv"), "There is no file examples/none.csv."),
    ],
)
def test_what_stops_a_command_is_one_sentence(
    whole: Whole, arguments: tuple[str, ...], sentence: str
) -> None:
    stopped = whole.meedoen(*arguments)

    assert 1 == stopped.returncode
    assert stopped.stderr.startswith(sentence)
    assert 1 == len(stopped.stderr.splitlines())
    assert "" == stopped.stdout
