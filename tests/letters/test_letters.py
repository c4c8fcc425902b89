"""What every letter says, and to whom: each kind on its own, in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest

from activities.typesetting import TEMPLATES
from domain import acts
from domain.acts import ACTS, Act
from domain.calendar import written
from domain.duties import DECISIONS
from domain.law.objection import objection
from domain.letters import Addressee
from domain.letters.contents import LETTERS
from domain.people import Actor
from tests.examples import a_case, an_application, clock
from tests.letters import objections
from tests.letters.letters import (
    APPLIED,
    CASES,
    COOPERATIVE,
    GRANTED,
    LATER,
    ON_TRIAL,
    RENEWAL_ASKED,
    letter_of,
    pages_of,
    pdf_of,
)

KINDS = sorted(CASES)
APPEALABLE = "objection_decided"
DECIDES = {each.model_fields["kind"].default for each in DECISIONS} | {"decision_corrected"}
DECIDING = DECIDES & set(KINDS) - {APPEALABLE}

IN_WORDS = {
    **objections.IN_WORDS,
    "application_received": ("Begin nog niet", "28 april 2026", "Do not start yet", "28 April 2026"),
    "supplement_requested": ("mandate", "24 maart 2026", "Met uw naam erop", "24 March 2026"),
    "supplement_received": ("17 maart 2026", "mandate", "uiterlijk 4 mei 2026", "by 4 May 2026"),
    "application_set_aside": ("mandate", "24 maart 2026", "apply again", "Het plan past"),
    "request_set_aside": ("mandate", "15 september 2026", "30 April 2027", "request to renew"),
    "application_withdrawn": ("10 maart 2026", "Werk gevonden", "was withdrawn"),
    "term_suspended": ("overmacht", "7 april 2026", "force majeure", "It fits."),
    "suspension_lapsed": ("24 maart 2026", "runs again is 24 March 2026"),
    "suspension_ended": ("24 maart 2026", "De gegevens zijn er.", "runs again since 24 March 2026"),
    "decision_adjourned": ("26 mei 2026", "ingebrekestelling", "26 May 2026", "notice of default"),
    "period_extended": ("mandate", "7 april 2026", "De bank is traag.", "7 April 2026", "cannot object"),
    "view_invited": (
        "Wij willen weigeren.",
        "24 maart 2026",
        "24 March 2026",
        "geen bezwaar",
        "cannot object",
    ),
    "permission_granted": (
        "800 uur per jaar",
        "800 hours a year",
        "verrekenen wij",
        "set off against",
        "Er was geen andere plaats.",
        "wijken hiermee af",
        "depart from",
        "1 mei 2026",
        "30 april 2027",
        "16 uur per week",
        "Houd elke week",
        "30 April 2027",
        "16 hours a week",
        "1 november 2026",
    ),
    "permission_refused": (
        "no_benefit",
        "There is no right to a benefit",
        "meegewogen",
        "into account",
        "verandert niets aan uw uitkering",
    ),
    "report_requested": ("1 oktober 2026", "22 september 2026", "hear from you"),
    "participation_continued": ("blijven meedoen", "1 maart 2027", "Het plan past", "go on taking part"),
    "conditions_changed": (
        "wijken hiermee af",
        "Er is niet meer werk",
        "12 uur per week",
        "Alleen overdag",
        "12 hours a week",
    ),
    "conditions_adjusted": ("U vroeg om andere", "20 uur per week", "Alleen overdag", "You asked for other"),
    "adjustment_refused": ("veranderen de afspraken niet", "16 uur per week", "do not change the terms"),
    "adjustment_lapsed": ("U vroeg om andere", "De deelname stopt.", "You asked for other"),
    "adjustment_dropped": ("september 2026 is dat verzoek", "16 uur per week", "request was withdrawn"),
    "ending_withdrawn": ("toch doorgaat", "30 april 2027", "Het werk ging niet door", "go on after all"),
    "participation_ended": ("1 september 2026", "Found a job", "1 September 2026"),
    "decision_corrected": (
        "7 april 2026",
        "A wrong date",
        "The right date",
        "31 maart 2027",
        "31 March 2027",
    ),
    "decision_reversed": (
        "7 april 2026",
        "New facts came up",
        "1 oktober 2026",
        "1 October 2026",
        "not a new decision",
    ),
    "permission_suspended": ("1 september 2026", "30 september 2026", "30 September 2026", "It fits."),
    "permission_reinstated": ("8 september 2026", "8 September 2026", "30 april 2027", "Het plan past"),
    "permission_revoked": (
        "trekken uw toestemming in",
        "1 oktober 2026",
        "conditions_broken",
        "He works at night",
        "meegewogen",
        "into account",
    ),
    "end_announced": (
        "eindigt na 30 april 2027",
        "Vraag ons dan uiterlijk 30 april 2027 om uw toestemming te verlengen",
        "binnen 8 weken. Vraag het dus zo snel mogelijk.",
        "ends after 30 April 2027",
        "within 8 weeks. So ask as soon as you can.",
    ),
    "trial_left_to_end": (
        "30 september 2026",
        "Het plan past",
        "geen bezwaar maken",
        "30 September 2026",
        "cannot object",
    ),
    "standstill_dropped": ("een tijd moesten opschorten", "Dat doen wij niet", "meegewogen", "We do not"),
    "revocation_dropped": ("Dat doen wij niet", "Het plan past", "meegewogen", "We do not"),
    "permission_resumed": ("Die tijd is nu voorbij", "30 april 2027", "That time is over now"),
    "renewal_withdrawn": ("is dat verzoek ingetrokken", "30 april 2027", "that request was withdrawn"),
    "renewal_lapsed": (
        "trekken de toestemming in",
        "hoort bij ons besluit over de toestemming",
        "geen toestemming meer om te verlengen",
        "no permission left to renew",
    ),
    "permission_extended_to_full": ("De proef is goed gegaan", "30 april 2028", "The trial went well"),
    "permission_renewed": ("verlengd tot en met", "30 april 2028", "30 April 2028", "1 november 2026"),
    "renewal_refused": (
        "verlengen uw toestemming niet",
        "no_benefit",
        "blijft 30 april 2027",
        "do not renew",
    ),
    "penalty_determined": (
        "uiterlijk 28 april 2026",
        "Op 29 april 2026",
        "€ 1.442",
        "€ 1,442",
        "14 dagen van € 35: € 490",
        "14 days at € 45: € 630",
        "14 mei 2026",
        "24 juni 2026",
        "42 dagen",
        "11 augustus 2026",
        "11 August 2026",
        "Loopt er al een bezwaar of beroep? Hebt u bezwaar gemaakt tegen ons besluit op uw aanvraag",
    ),
    "permission_expired": ("30 april 2027", "30 April 2027"),
    "notice_of_default_weighed": ("tot en met 28 april 2026", "vanaf 29 april 2026", "from 29 April 2026"),
    "renewal_requested": ("april 2028", "uiterlijk 27 oktober 2026", "by 27 October 2026", "30 April 2027"),
    "adjustment_requested": ("20 uur per week", "uiterlijk 27 oktober 2026", "by 27 October 2026"),
}
"""What a reader must find in each."""


def test_every_act_that_calls_for_a_letter_is_tried_here() -> None:
    assert {kind.model_fields["kind"].default for kind in LETTERS} == set(KINDS) == set(IN_WORDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_says_it_in_dutch_and_then_in_english(kind: str) -> None:
    """With the title of each, the resident, the cooperative that gets a copy, and nothing left open."""
    letter = letter_of(CASES[kind])
    pages = pages_of(pdf_of(letter))
    whole = " ".join(pages)
    english = next(place for place, page in enumerate(pages) if "English translation" in page)

    assert letter.title.nl in pages[0]
    assert letter.title.en in pages[english]
    assert all("English" not in page for page in pages[:english])
    for words in (*IN_WORDS[kind], "Beste S. de Wit,", "Dear S. de Wit,", COOPERATIVE, letter.number):
        assert words in whole
    assert "none" not in whole
    assert not re.search(r"\b(nl|en):", whole)


@pytest.mark.parametrize("kind", sorted(DECIDING))
def test_a_decision_says_who_took_it_for_whom_and_until_when_one_can_object(kind: str) -> None:
    """Awb 3:45, 10:10."""
    case = CASES[kind]
    letter, until = letter_of(case), objection(case.entries[-1].on).due_on
    whole = " ".join(pages_of(pdf_of(letter)))

    assert until == letter.objection_until
    assert f"bezwaar maken tot en met {written(until).nl}" in whole
    assert f"object up to and including {written(until).en}" in whole
    assert "Namens het college van burgemeester en wethouders" in whole
    assert case.entries[-1].actor.name in whole
    assert "en op versie 1 van het beleid van de gemeente" in whole


@pytest.mark.parametrize("kind", sorted(set(KINDS) - DECIDING - {APPEALABLE}))
def test_what_decides_nothing_opens_no_objection(kind: str) -> None:
    letter = letter_of(CASES[kind])
    whole = " ".join(pages_of(pdf_of(letter)))

    assert (None, None, None) == (letter.signed_by, letter.objection_until, letter.appeal_until)
    assert not letter.is_decision
    assert "bezwaar maken tot" not in whole
    assert "in beroep gaan bij" not in whole
    assert "Met vriendelijke groet" in whole


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_goes_to_the_resident_and_to_who_speaks_for_him(kind: str) -> None:
    """Awb 2:1, 3:41."""
    assert (Addressee.RESIDENT, Addressee.COOPERATIVE) == letter_of(CASES[kind]).addressees


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_holds_a_bsn(kind: str) -> None:
    letter = letter_of(CASES[kind])

    assert an_application().resident.bsn not in letter.model_dump_json() + " ".join(pages_of(pdf_of(letter)))


def test_each_version_in_the_table_has_its_template_and_the_other_way_round() -> None:
    told = {
        f"{version}/{kind.model_fields['kind'].default}"
        for kind, letter in LETTERS.items()
        for version in letter.versions
    }
    there = {f"{file.parent.name}/{file.stem}" for file in TEMPLATES.rglob("*.typ") if file.stem in ACTS}

    assert told == there


def test_a_letter_on_a_penalty_that_is_not_owed_says_why_and_promises_nothing() -> None:
    """Awb 4:17(6)."""
    case = CASES["penalty_determined"]
    nothing = acts.PenaltyDetermined(
        about=3, cents=0, none_because=acts.NoPenalty.UNREASONABLY_LATE, reasoning="Een jaar later."
    )
    last = case.entries[-1].model_copy(update={"act": nothing})
    changed = case.model_copy(update={"entries": (*case.entries[:-1], last)})
    whole = " ".join(pages_of(pdf_of(letter_of(changed))))

    assert "kwam veel te laat" in whole
    assert "came far too long after" in whole
    assert "Betaald uiterlijk" not in whole
    assert "1.442" not in whole


@pytest.mark.parametrize(
    ("happened", "said", "unsaid"),
    [
        ((*GRANTED, RENEWAL_ASKED), "beslissen wij uiterlijk 27 oktober 2026", "Vraag ons dan"),
        ((ON_TRIAL,), "Wij kijken nu hoe de proef ging", "U vroeg al"),
    ],
)
def test_an_end_is_told_with_what_can_be_done_before_it(
    happened: tuple[tuple[date, Actor, Act], ...], said: str, unsaid: str
) -> None:
    """Of a trial that it is looked at; nobody is told to ask for what he asked already."""
    told = (LATER, clock, acts.EndAnnounced(ends_on=date(2027, 4, 30)))
    whole = " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *happened, told)))))

    assert said in whole
    assert unsaid not in whole


@pytest.mark.parametrize(
    ("ended_by", "said", "by_a_decision"),
    [
        ("participation_ended", "De deelname stopt.", False),
        ("permission_refused", "geven geen toestemming meer", True),
        ("permission_revoked", "Wij trekken de toestemming in.", True),
    ],
)
def test_who_asked_to_renew_is_told_why_nothing_is_decided_on_it(
    ended_by: str, said: str, by_a_decision: bool
) -> None:
    """It is a part of the decision on the permission, or else treated as withdrawn. Awb 4:1, 6:2(a)."""
    lapsed = acts.RenewalLapsed.model_validate({"ended_by": ended_by})
    whole = " ".join(pages_of(pdf_of(letter_of(a_case(APPLIED, *GRANTED, (LATER, clock, lapsed))))))

    assert said in whole
    assert by_a_decision == ("hoort bij ons besluit over de toestemming" in whole)
    assert by_a_decision != ("zien het als ingetrokken. Klopt dat niet?" in whole)
    assert "geen bezwaar" not in whole
