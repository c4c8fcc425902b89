"""Files of applications as people make them: every spreadsheet's habits, and every mistake told by line and field."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.headings import COLUMNS
from api.languages import Language
from api.rows import FileRefused, Reader
from cli import rows
from cli.rows import rows_in
from embedded.trouble import Trouble

CELLS = {
    "cooperative": "de-werkplaats",
    "resident_bsn": "999990019",
    "resident_name": "Renée Çelik",
    "signed_at": "2026-11-02T10:00:00+01:00",
    "activity": "Fietsen repareren",
    "plan": "Eén fiets per dag",
    "starts_on": "2027-01-04",
    "ends_on": "2028-01-03",
    "hours_a_week": "16",
    "items": "plan: Plan | agreement: Overeenkomst: getekend",
}


def a_csv(*changes: dict[str, str], between: str = ",") -> str:
    """A CSV of these columns with a row for each of the changes."""
    written = [between.join(CELLS)]
    for changed in changes:
        cells = (CELLS | changed).values()
        written.append(between.join('"' + cell.replace('"', '""') + '"' for cell in cells))
    return "\n".join(written) + "\n"


def a_file(folder: Path, content: str | bytes, name: str = "applications.csv") -> Path:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_whatever_a_spreadsheet_writes_is_read(
    tmp_path: Path, between: str, encoding: str, ending: str
) -> None:
    content = a_csv({}, between=between).replace("\n", ending).encode(encoding)
    (row,) = rows_in(a_file(tmp_path, content))

    assert row.received is not None
    assert "Renée Çelik" == row.received.application.resident.name
    agreement = row.received.application.items[1]
    assert ("agreement", "Overeenkomst: getekend") == (agreement.code, agreement.title)


def test_the_columns_may_stand_in_any_order_and_be_written_as_words(tmp_path: Path) -> None:
    heading, cells = ";".join(reversed(CELLS)), ";".join(reversed(CELLS.values()))
    (row,) = rows_in(a_file(tmp_path, f"{heading.replace('_', ' ').title()}\n{cells}\n"))

    assert row.received is not None


def test_a_row_is_found_by_the_line_where_it_begins(tmp_path: Path) -> None:
    content = a_csv(
        {"plan": "Twee\nregels"}, {"resident_bsn": "1"}, {"hours_a_week": "41", "ends_on": "2026-01-01"}
    )
    _, second, third = rows_in(a_file(tmp_path, content + "\n,,,\n"))

    assert (4, 5) == (second.line, third.line)
    assert second.complaints[0].en.startswith("Citizen service number (resident_bsn): ")
    assert third.complaints[0].en.startswith("Hours a week (hours_a_week): ")


def test_one_mistake_in_a_cell_of_items_names_the_column(tmp_path: Path) -> None:
    (row,) = rows_in(a_file(tmp_path, a_csv({"items": "Plan van aanpak"})))

    assert row.complaints[0].en.startswith("Attachments (items): Write the code of each document")


def test_too_many_cells_are_told(tmp_path: Path) -> None:
    (row,) = rows_in(a_file(tmp_path, a_csv({}).rstrip("\n") + ',"one more"\n'))

    assert ["11 cells for 10 columns"] == [each.en for each in row.complaints]


def test_the_same_content_has_the_same_key_whatever_file_it_stands_in(tmp_path: Path) -> None:
    (first,) = rows_in(a_file(tmp_path, a_csv({}), "one.csv"))
    (second,) = rows_in(
        a_file(tmp_path, a_csv({"signed_at": "2026-11-02T09:00:00Z"}, between=";"), "two.csv")
    )
    (other,) = rows_in(a_file(tmp_path, a_csv({"hours_a_week": "17"}), "three.csv"))

    assert first.key == second.key
    assert first.key != other.key


def test_a_row_that_stands_in_the_file_twice_is_told(tmp_path: Path) -> None:
    first, second, third = rows_in(a_file(tmp_path, a_csv({}, {}, {})))

    assert first.received is not None
    assert ["The same as row 2"] * 2 == [each.complaints[0].en for each in (second, third)]


def test_json_lines_are_what_the_api_takes_or_the_application_alone(tmp_path: Path) -> None:
    application = {
        "cooperative": "de-werkplaats",
        "resident": {"bsn": "999990019", "name": "Renée"},
        "signedAt": "2026-11-02T10:00:00+01:00",
        "activity": "Fietsen",
        "plan": "Een plan\u2028in twee regels",
        "startsOn": "2027-01-04",
        "endsOn": "2028-01-03",
        "hoursAWeek": 16,
    }
    lines = [
        {"application": application, "receivedOn": "2026-11-03"},
        {**application, "receivedOn": "2026-11-03"},
        {**application, "resident": {"bsn": "1", "name": "Renée"}},
        application,
    ]
    content = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    whole, alone, wrong, last, broken = rows_in(a_file(tmp_path, content + "\n\n{\n", "rows.jsonl"))

    assert whole.received is not None
    assert "2026-11-03" == f"{whole.received.received_on}"
    assert ["The same as row 1"] == [each.en for each in alone.complaints]
    assert wrong.complaints[0].en.startswith("resident.bsn: ")
    assert last.received is not None
    assert (6, ["This is not JSON"]) == (broken.line, [each.en for each in broken.complaints])


@pytest.mark.parametrize("line", ["1", "[]", '"text"', "null", "{}", "[" * 100_000])
def test_a_line_that_is_no_application_is_told(tmp_path: Path, line: str) -> None:
    (row,) = rows_in(a_file(tmp_path, line, "rows.jsonl"))

    assert row.received is None
    assert row.complaints


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "has no applications"),
        (a_csv(), "has no applications"),
        (
            "name;bsn\n",
            "has a column name; the columns are Cooperative, Citizen service number, ",
        ),
        (a_csv({}).replace("plan,", "", 1), "lacks the column Plan"),
        (a_csv({}).replace("activity,", "plan,", 1), "lacks the column Activity"),
        (a_csv({}).replace("items", "plan", 1), "has the column Plan twice"),
        ("PK\0\3\4", "is neither a CSV nor JSON lines"),
        (a_csv({}) + '"never closed', "cannot be read as CSV near line 3"),
        (a_csv({"plan": "x" * 200_000}), "cannot be read as CSV near line"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    with pytest.raises(Trouble, match=sentence) as trouble:
        rows_in(a_file(tmp_path, content))

    assert "\n" not in str(trouble.value)


def test_a_file_that_is_not_there_or_a_folder_is_one_sentence(tmp_path: Path) -> None:
    for path, sentence in ((tmp_path / "none.csv", "There is no file"), (tmp_path, "is a folder")):
        with pytest.raises(Trouble, match=sentence) as trouble:
            rows_in(path)

        assert f"{path}" in str(trouble.value)


def test_what_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_file(tmp_path, a_csv({}, {"hours_a_week": "17"}))
    monkeypatch.setattr(rows, "MAX_ROWS", 1)
    with pytest.raises(Trouble, match="more than 1 applications"):
        rows_in(file)
    monkeypatch.setattr(rows, "MAX_BYTES", 100)
    with pytest.raises(Trouble, match="larger than 0 MB"):
        rows_in(file)


def test_every_column_goes_somewhere_in_the_body(tmp_path: Path) -> None:
    cells = CELLS | {"reference": "DW-1", "received_on": "2026-11-03", "electronic": "cooperative | resident"}
    content = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
    (row,) = rows_in(a_file(tmp_path, content))

    assert set(COLUMNS) == set(cells)
    assert row.received is not None
    assert ("cooperative", "resident") == row.received.application.electronic
    assert ("DW-1", "2026-11-03") == (row.received.application.reference, f"{row.received.received_on}")


IN_DUTCH = {
    "Burgerservicenummer": "999990019",
    "naam van de inwoner": "Renée Çelik",
    "Getekend op": "2-11-2026 10:00",
    "ACTIVITEIT": "Fietsen repareren",
    "Plan": "Eén fiets per dag",
    "Eerste dag": "4-1-2027",
    "Laatste dag": "3-1-2028",
    "Uren per week": "16",
    "Bijlagen": "plan: Plan",
    "Brieven digitaal": "inwoner | cooperatie",
}


def a_dutch_file(**changed: str) -> bytes:
    """A file with Dutch headings of a cooperative, as its pages read it."""
    cells = IN_DUTCH | {name.replace("_", " "): cell for name, cell in changed.items()}
    return f"{';'.join(cells)}\n{';'.join(cells.values())}\n".encode()


DUTCH = Reader("onze.csv", 10, 10_000, Language.NL, "de-werkplaats")


def test_the_headings_may_be_dutch_and_make_the_same_application(tmp_path: Path) -> None:
    english = CELLS | {"items": "plan: Plan", "electronic": "resident | cooperative"}
    (one,) = rows_in(a_file(tmp_path, ",".join(english) + "\n" + ",".join(english.values())))
    (other,) = DUTCH.rows(a_dutch_file())

    assert one.received is not None
    assert one.received == other.received


def test_what_is_wrong_is_told_by_the_heading_that_the_file_has() -> None:
    (row,) = DUTCH.rows(
        a_dutch_file(Burgerservicenummer="12", Uren_per_week="veel", Brieven_digitaal="buren")
    )

    assert [
        "Burgerservicenummer: Vul negen cijfers in.",
        "Uren per week: Geef hier een geheel getal.",
        "Brieven digitaal: Schrijf wie: inwoner, coöperatie, of allebei met | ertussen.",
    ] == [each.nl for each in row.complaints]
    assert "Citizen service number (Burgerservicenummer): Give nine digits." == row.complaints[0].en


@pytest.mark.parametrize(
    "text", ["Beste collega\nHierbij.", "<html>\n<p>", f"{'Heel lang. ' * 9};En meer\n1;2"]
)
def test_other_text_than_a_table_is_said_to_be_none(text: str) -> None:
    """Its first line is no column that somebody could mend."""
    with pytest.raises(FileRefused, match="is neither a CSV nor JSON lines"):
        DUTCH.rows(text.encode())


def test_of_a_long_heading_its_beginning_is_told() -> None:
    with pytest.raises(FileRefused) as refused:
        DUTCH.rows(a_dutch_file(**{f"{'Wat wij ' * 40}": "x"}))

    assert 60 >= len(str(refused.value.facts["code"]))
    assert "Wat wij Wat wij" in str(refused.value.facts["code"])


def test_a_cooperative_is_offered_the_columns_that_are_its_own() -> None:
    """It is known already, and when an application came in the municipality tells."""
    with pytest.raises(FileRefused) as refused:
        DUTCH.rows(b"BSN;Naam\n1;2\n")

    known = str(refused.value.facts["known"])
    assert known.startswith("Burgerservicenummer, Naam van de inwoner, ")
    assert not {"Coöperatie", "Ontvangen op"} & set(known.split(", "))
    (own,) = DUTCH.rows(a_dutch_file(cooperative="de-werkplaats", Ontvangen_op=""))
    assert own.received is not None
