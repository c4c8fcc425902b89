"""What was typed becomes the act, or is refused where it is wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from api.languages import Language
from api.pages.acting import OF_THE_PAGE
from api.pages.forms import Filled, Form, Supplied, Typed, filled, read, refused, shown
from api.pages.forms.filling import ADD, CHOOSE, DETACH, REMOVE
from api.pages.forms.reading import MENDED_AT
from domain import acts, application
from domain.errors import CaseError, NotAcceptable, NotNow
from domain.fact import Fact
from tests.domain.anything import KINDS, any_act
from tests.examples import an_application_received


def form_for(act: Fact) -> Form:
    """The form of an act; the decision that an objection is against is nobody's to type."""
    supplied = Supplied()
    if isinstance(act, acts.ObjectionReceived):
        supplied = Supplied(values={"decision": act.decision.model_dump(mode="json")})
    return Form(type(act), supplied)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_an_act_comes_through_its_form_unchanged(kind: type[Fact], data: Any) -> None:
    act = data.draw(any_act(kind))
    form = form_for(act)

    assert Filled(act) == read(form, filled(form, act), Language.NL)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_filled_in_is_never_taken_for_a_button_of_the_page(kind: type[Fact]) -> None:
    """A report of a change has a field `change`, and the button that leads back from the check was called so too."""
    names = {each.name for each in Form(kind).fields}

    assert set() == names & {*OF_THE_PAGE, ADD, CHOOSE, DETACH, REMOVE}


APPLICATION = Form(acts.ApplicationReceived)
SAID = filled(APPLICATION, an_application_received())


def wrong(form: Form, typed: Typed, language: Language = Language.NL) -> dict[str, tuple[str, ...]]:
    return dict(read(form, typed, language).wrong)


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("application.resident.bsn", "999990018", "Dit is geen geldig BSN"),
        ("application.resident.bsn", "12", "Vul negen cijfers in."),
        ("application.resident.name", "  ", "Dit is verplicht."),
        ("application.resident.name", "x" * 201, "Dit is te lang: gebruik hoogstens 200 teken(s)."),
        ("application.resident.name", "a\0b", "Hierin staat een teken dat niemand kan afdrukken."),
        ("application.starts_on", "morgen", "Geef hier een datum die bestaat, zoals 2026-11-24."),
        ("application.starts_on", "31-02-2026", "Geef hier een datum die bestaat, zoals 2026-11-24."),
        ("application.starts_on", "20260501", "Geef hier een datum die bestaat, zoals 2026-11-24."),
        ("application.starts_on", "01-05-3026", "Dit mag 31 december 2199 of minder zijn."),
        (
            "application.signed_at",
            "gisteren",
            "Geef hier een datum met tijd en tijdzone, zoals 2026-11-24T14:30:00+01:00.",
        ),
        ("application.hours_a_week", "41", "Dit mag 40 of minder zijn."),
        ("application.hours_a_week", "-1", "Dit moet 1 of meer zijn."),
        ("application.hours_a_week", "16,5", "Geef hier een geheel getal."),
        ("application.hours_a_week", "9" * 5000, "Dit mag 40 of minder zijn."),
        ("application.ends_on", "01-01-2026", "Het einde moet na het begin liggen"),
        ("application.electronic", "nobody", "Kies uit: 'resident', 'cooperative' of 'objector'."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_as_the_api_tells_it(name: str, typed: str, told: str) -> None:
    assert {name: (told,)} == wrong(APPLICATION, {**SAID, name: (typed,)})


def test_it_is_told_in_the_language_of_the_reader() -> None:
    typed = {**SAID, "application.resident.name": ("",)}

    assert {"application.resident.name": ("This is required.",)} == wrong(APPLICATION, typed, Language.EN)


def test_everything_that_is_wrong_is_told_together() -> None:
    asked = {
        *("bsn", "name"),
        *("cooperative", "signed_at", "activity", "plan", "starts_on", "ends_on", "hours_a_week"),
    }

    assert asked == {name.split(".")[-1] for name in wrong(APPLICATION, {})}


@pytest.mark.parametrize(
    ("act", "typed", "name"),
    [
        (acts.ProgressReported, {"hours": ("1",), "income_cents": ("0",)}, "activities"),
        (
            acts.ProgressReported,
            {"hours": ("1",), "income_cents": ("0",), "nothing_done_because": ("x",)},
            "nothing_done_because",
        ),
        (acts.ResidentReacted, {}, "reaction"),
        (acts.Objecting, {"objector": ("another",)}, "objector_name"),
        (acts.PenaltyDetermined, {"about": ("1",), "cents": ("0",), "reasoning": ("x",)}, "none_because"),
    ],
)
def test_what_several_fields_contradict_is_told_at_the_one_to_mend(
    act: type[Fact], typed: Typed, name: str
) -> None:
    spans = {"period_from": ("2026-01-01",), "period_until": ("2026-02-01",)}
    form = Form(act)
    mine = {**typed, **(spans if act is acts.ProgressReported else {})}

    assert [name] == list(wrong(form, mine))


def test_every_contradiction_has_a_field_to_mend_it_in() -> None:
    """Also those of models that come later."""
    sources = [*Path(acts.__file__).parent.glob("*.py"), Path(application.__file__)]
    codes = {code for source in sources for code in re.findall(r'Error\(\s*"(\w+)"', source.read_text())}

    assert codes - {"bsn", "revoked_instead"} == set(MENDED_AT)


def test_an_entry_that_was_left_empty_is_left_out_and_the_next_one_keeps_its_place() -> None:
    typed = {
        **SAID,
        "application.items.0.code": ("",),
        "application.items.0.title": (" ",),
        "application.items.4.code": ("plan",),
        "application.items.4.title": ("",),
    }

    told = "Kies een bestand, of schrijf hoe het papier heet"

    assert {"application.items.4.title": (told,)} == wrong(APPLICATION, typed)


@pytest.mark.parametrize("name", ["00", "-1", "x", "٣", "1000", "1e1"])
def test_what_is_no_number_of_an_entry_is_none(name: str) -> None:
    form = Form(acts.ConditionsChanged)
    typed = {"hours_a_week": ("8",), "reasoning": ("x",), f"conditions.{name}": ("y",)}

    assert (
        acts.ConditionsChanged(hours_a_week=8, conditions=(), reasoning="x")
        == read(form, typed, Language.NL).act
    )


def test_more_entries_than_an_act_holds_are_refused() -> None:
    form = Form(acts.ConditionsChanged)
    typed = {"hours_a_week": ("8",), "reasoning": ("x",)} | {f"conditions.{n}": ("y",) for n in range(60)}

    assert {"conditions": ("Geef hier hoogstens 50; het zijn er nu meer.",)} == wrong(form, typed)


def test_who_answers_nothing_is_told_to_answer_and_not_how_long_a_list_is() -> None:
    told = wrong(Form(acts.QuestionAnswered), {"about": ("3",)})

    assert ("Beantwoord ten minste één vraag.",) == told["answers"]


def test_a_limit_of_an_amount_is_told_in_euros() -> None:
    form = Form(acts.ProgressReported)

    assert ("Dit mag €\N{NO-BREAK SPACE}100.000,00 of minder zijn.",) == wrong(
        form, {"income_cents": ("100.000,01",)}
    )["income_cents"]


def test_who_reacts_and_says_why_not_too_is_told_to_leave_one_of_them_out() -> None:
    """At the second of the two: what is said about the first is kept."""
    typed = {"reaction": ("Het gaat goed.",), "declined_because": ("Geen zin.",)}

    assert {
        "declined_because": (
            "Vul een van de twee in: hoe de inwoner het ziet, of waarom hij niet wil reageren.",
        )
    } == wrong(Form(acts.ResidentReacted), typed)
    assert ["reaction"] == list(wrong(Form(acts.ResidentReacted), {}))


@pytest.mark.parametrize("typed", ["1,234", "veel", "-5", "1.23.4", "12,345"])
def test_an_amount_that_cannot_be_read_is_asked_again(typed: str) -> None:
    told = ("Schrijf een bedrag in euro's, zoals 1.234,50",)

    assert told == wrong(Form(acts.ProgressReported), {"income_cents": (typed,)})["income_cents"]


@pytest.mark.parametrize(
    ("refusal", "place"),
    [
        (NotAcceptable("findings/1", "{code} is answered twice", code="market"), "findings.3"),
        (NotAcceptable("findings", "These criteria are not answered yet: {codes}", codes="x"), "findings"),
        (NotAcceptable("findings/7/reason", "This case is closed"), "findings"),
        (NotAcceptable("recommendation", "This case is closed"), "recommendation"),
        (NotAcceptable("somethingElse", "This case is closed"), ""),
        (NotAcceptable("", "This case is closed"), ""),
        (NotNow("This case is closed"), ""),
    ],
)
def test_a_refusal_of_the_domain_is_told_at_the_field_that_it_names(refusal: CaseError, place: str) -> None:
    typed = {"findings.2.reason": ("x",), "findings.3.reason": ("y",), "findings.1.reason": ("",)}
    told = refused(Form(acts.ApplicationReviewed), typed, refusal, Language.NL)

    assert [place] == list(told)
    assert "Deze zaak is gesloten" in told[place][0] or "findings" in place


def test_a_refusal_of_the_decision_in_a_correction_is_told_within_it() -> None:
    typed = {"decision.kind": ("permission_granted",)}
    refusal = NotAcceptable("decision/hoursAWeek", "The policy allows at most {hours} hours a week", hours=24)

    assert {
        "decision.hours_a_week": ("Volgens het beleid zijn hoogstens 24 uur per week toegestaan",)
    } == refused(Form(acts.DecisionCorrected), typed, refusal, Language.NL)


@given(
    typed=st.dictionaries(
        st.sampled_from(
            [*SAID, "application", "application.items.0", "application.items.0.code", "kind", "x.y"]
        ),
        st.lists(st.text(max_size=20), max_size=2).map(tuple),
    )
)
def test_whatever_is_typed_is_read_or_refused_and_shown_again(typed: Typed) -> None:
    found = read(APPLICATION, typed, Language.NL)
    page = shown(APPLICATION, typed, Language.NL, found.wrong)

    assert (found.act is None) == bool(page.mistakes)
