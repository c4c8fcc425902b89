"""A letter as a document: the same bytes each time, readable by a machine, and text whatever somebody typed."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import Any

import pytest
from pypdf import PdfReader

from domain.policy import Office
from tests.letters.letters import CASES, given_for, letter_of, pages_of, pdf_of

GRANTED = letter_of(CASES["permission_granted"])
RECEIVED = letter_of(CASES["application_received"])

AGAIN = """
import hashlib, json, sys
from datetime import date
from activities.typesetting import typeset
kind, version, given = json.load(sys.stdin)
print(hashlib.sha256(typeset(kind, date.fromisoformat(version), given)).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    import hashlib
    import json

    asked = json.dumps([GRANTED.kind, GRANTED.template_version.isoformat(), dict(given_for(GRANTED))])
    elsewhere = subprocess.run(
        [sys.executable, "-c", AGAIN], input=asked, capture_output=True, text=True, check=True
    )

    assert pdf_of(GRANTED) == pdf_of(GRANTED)
    assert hashlib.sha256(pdf_of(GRANTED)).hexdigest() == elsewhere.stdout.strip()


def test_a_letter_declares_that_it_is_accessible_and_archivable() -> None:
    """PDF/UA-1 and PDF/A-2a; typst checks what it declares, and no validator was asked here."""
    root: Any = PdfReader(io.BytesIO(pdf_of(GRANTED))).trailer["/Root"]
    declared = root["/Metadata"].get_data().decode()

    for words in (
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
    ):
        assert words in declared
    assert root["/MarkInfo"]["/Marked"]


def test_a_letter_has_a_title_a_date_and_a_language_for_each_of_its_parts() -> None:
    reader = PdfReader(io.BytesIO(pdf_of(GRANTED)))
    root: Any = reader.trailer["/Root"]
    kinds, languages = set[str](), set[str]()

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for inner in node:
                walk(inner)
        elif isinstance(node, dict):
            kinds.add(str(node.get("/S")))
            languages.add(str(node.get("/Lang")))
            if "/K" in node:
                walk(node["/K"])

    walk(root["/StructTreeRoot"]["/K"])

    assert reader.metadata is not None
    assert f"U mag meedoen ({GRANTED.number})" == reader.metadata.title
    assert "Zonnedam" == reader.metadata.author
    assert "D:20260407" == str(reader.metadata["/CreationDate"])[:10]
    assert "nl" == root["/Lang"]
    assert "en" in languages
    assert {"/H1", "/H2", "/P", "/L", "/LI"} <= kinds


@pytest.mark.parametrize(
    "name",
    [
        '#image("/etc/passwd")',
        '#panic("x") *bold* _italic_ $x^2$ `raw` @ref <label>',
        "= Heading",
        "- item \\ // comment /* more */",
        '"quoted" \'too\' {"nl": "x", "en": "y"}',
        "#sys.inputs https://example.org",
        "Aïcha Yıldız-Østergård Żółć Čapek Ștefan Ḥasan",
        "Ελένη Жанна",
    ],
)
def test_what_somebody_typed_is_printed_as_he_typed_it(name: str) -> None:
    """It reaches the template as a value, so nothing in it is markup."""
    without_quotes = str.maketrans(dict.fromkeys("\"'‘’“”„", ""))
    page = pages_of(pdf_of(RECEIVED, to=name))[0]

    assert f"Beste {name},".translate(without_quotes) in page.translate(without_quotes)


def test_a_value_that_looks_like_two_languages_is_still_text() -> None:
    """Only our own pairs of texts are pairs."""
    page = pages_of(pdf_of(GRANTED, conditions=['{"nl": "x", "en": "y"}']))[0]

    assert "{" in page


@pytest.mark.parametrize(
    "odd", ["👍", "中文", "\x01", "\x7f", "\u202e", "\ufeff", "\U000e0001", "𓀀", "\ue000"]
)
def test_what_no_font_has_does_not_keep_a_letter_from_being_made(odd: str) -> None:
    """An archivable document shows every character or is none, so a mark takes its place."""
    page = pages_of(pdf_of(RECEIVED, to=f"Jan{odd}sen", activity="Brood → taart ✓"))[0]

    assert "Jan" in page
    assert odd not in page
    assert "sen," in page


@pytest.mark.parametrize("word", ["W" * 200, "w" * 2_000, "https://example.org/" + "a-b_c/" * 40])
def test_a_very_long_word_stays_on_the_paper(word: str) -> None:
    """It is broken where the line ends, and nothing of it is lost."""
    made = pdf_of(GRANTED, to=word, reasoning=word, conditions=[word])
    right = 0.0

    def seen(text: str, _cm: Any, matrix: list[float], _font: Any, _size: float) -> None:
        nonlocal right
        if text.strip():
            right = max(right, matrix[4])

    pages = PdfReader(io.BytesIO(made)).pages
    for page in pages:
        page.extract_text(visitor_text=seen)

    assert word in "".join(pages_of(made)).replace(" ", "")
    assert right < 595


def test_a_long_reason_goes_on_over_as_many_pages_as_it_takes() -> None:
    reasons = "\n\n".join(f"Overweging {number}: " + "omdat het zo is. " * 40 for number in range(12))
    pages = pages_of(pdf_of(GRANTED, reasoning=reasons))

    assert all(f"Overweging {number}:" in " ".join(pages) for number in range(12))
    assert f"{len(pages)} / {len(pages)}" in pages[-1]


def test_a_municipality_without_an_office_still_sends_letters() -> None:
    """It only does not say where to call."""
    page = " ".join(pages_of(pdf_of(GRANTED, office=None)))

    assert "Hebt u vragen" not in page
    assert "Stuur een brief naar het college van burgemeester en wethouders." in page


def test_an_office_may_have_an_address_only() -> None:
    office = Office(address=("Postbus 1",)).model_dump(mode="json")

    assert "Hebt u vragen" not in " ".join(pages_of(pdf_of(GRANTED, office=office)))
