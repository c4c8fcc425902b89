"""Each kind of field, in each state, as a browser and a screen reader get it."""

from __future__ import annotations

import re

import pytest

from api.cases import Objection
from api.languages import Language, catalogue
from api.pages.forms import Form, Supplied, Typed, at_first, filled, read, shown
from api.pages.forms.form import Option
from api.pages.forms.reading import Filled
from domain import acts
from domain.authority import MAY
from domain.fact import Fact, Text
from tests.domain.objected import a_case_with
from tests.examples import A_MONDAY, a_grant, an_application_received
from tests.pages.forms.cases import OF_AN_OBJECTION, a_form
from tests.pages.forms.pages import TEMPLATES, Element, rendered, sent_by
from tests.pages.forms.test_supplied import A_CASE

EVERY = [*(kind for kind in MAY if kind is not acts.ObjectionReceived), Objection]
ITEMS = Supplied(options={"missing": tuple(Option(c, Text(nl=c.title(), en=c)) for c in ("plan", "photo"))})


def page(form: Form, typed: Typed | None = None, language: Language = Language.NL) -> Element:
    """The form as somebody gets it back who sent it like this."""
    typed = at_first(form) if typed is None else typed
    wrong = read(form, typed, language).wrong
    told_form = shown(form, typed, language, wrong)
    return rendered("error_summary(form) }}{{ forms.fields(form)", language, form=told_form)


def described(page: Element, element: Element) -> list[str]:
    return [page.one(id=name).text for name in element.attributes.get("aria-describedby", "").split()]


def test_a_line_has_a_label_a_hint_and_what_is_wrong_with_it() -> None:
    found = page(Form(acts.AdviceRequested), {"question": ("x" * 10_001,)})
    field = found.one("textarea", name="question")

    assert "Wat is de vraag?" == found.one("label", **{"for": field.attributes["id"]}).text
    assert [
        "Zet erbij wat de adviseur moet weten om te kunnen antwoorden.",
        "Fout: Dit is te lang: gebruik hoogstens 10000 teken(s).",
    ] == described(found, field)
    assert "true" == field.attributes["aria-invalid"] == field.attributes["aria-required"]


def test_what_need_not_be_filled_in_says_so() -> None:
    found = page(Form(acts.ApplicationWithdrawn))

    assert "Waarom? (niet verplicht)" == found.all("label")[0].text
    assert "aria-required" not in found.one("textarea").attributes


@pytest.mark.parametrize(
    ("kind", "alternatives"),
    [
        (
            acts.ProgressReported,
            ("Wat is er gedaan?", "Wat leverde het op?", "Is er niets gedaan? Waarom niet?"),
        ),
        (acts.HearingHeld, ("Welke collega's hoorden?", "Wie hoorden nog meer?")),
        (acts.ObjectionAdjourned, ("Met hoeveel weken?", "Of tot welke dag?")),
    ],
)
def test_of_what_one_of_two_is_needed_none_is_called_optional(
    kind: type[Fact], alternatives: tuple[str, ...]
) -> None:
    found = page(Form(kind))
    named = {each.text.strip(): each for tag in ("label", "legend") for each in found.all(tag)}

    assert set(alternatives) <= named.keys()
    assert len(alternatives) == len(re.findall("Een van de twee is nodig|Nodig als hierboven", found.text))


def test_it_says_so_in_english_too() -> None:
    assert "Why? (optional)" == page(Form(acts.ApplicationWithdrawn), None, Language.EN).all("label")[0].text


def test_a_day_is_chosen_in_the_browsers_own_calendar() -> None:
    field = page(Form(acts.PenaltyPaid), {"paid_on": ("24-11-2026",)}).one("input", name="paid_on")

    assert ("date", "2026-11-24") == (field.attributes["type"], field.attributes["value"])


def test_a_day_that_cannot_be_read_is_shown_as_it_was_typed() -> None:
    """The calendar of the browser would show nothing."""
    field = page(Form(acts.PenaltyPaid), {"paid_on": ("30 februari 2026",)}).one("input", name="paid_on")

    assert ("text", "30 februari 2026") == (field.attributes["type"], field.attributes["value"])


def test_digits_come_with_the_keyboard_for_them() -> None:
    found = page(Form(acts.ApplicationReceived))
    bsn = found.one("input", name="application.resident.bsn").attributes

    assert ("numeric", "off", "text") == (bsn["inputmode"], bsn["autocomplete"], bsn["type"])
    assert "off" == found.one("input", name="application.resident.name").attributes["autocomplete"]


def test_money_comes_with_the_keyboard_for_it() -> None:
    field = page(Form(acts.PenaltyDetermined), {"cents": ("1.234,50",)}).one("input", name="cents")

    assert ("decimal", "1.234,50") == (field.attributes["inputmode"], field.attributes["value"])


def test_one_of_few_is_a_radio_group_with_a_legend() -> None:
    found = page(Form(acts.IncidentReported), {"severity": ("grave",)})
    (group,) = (each for each in found.all("fieldset") if each.all("input", type="radio"))

    assert "Hoe ernstig is het?" == group.one("legend").text
    assert ["Licht", "Ernstig", "Zeer ernstig"] == [each.text for each in group.all("label")]
    assert {"severity": ("grave",)} == sent_by(group)


def test_the_error_of_a_group_belongs_to_the_group_and_leads_to_its_first_choice() -> None:
    found = page(Form(acts.IncidentReported), {})
    (group,) = (each for each in found.all("fieldset") if each.all("input", type="radio"))

    assert ["Fout: Dit is verplicht."] == described(found, group)
    assert group.all("input")[0].attributes["id"] == "field-severity"


def test_what_need_not_be_chosen_has_a_choice_for_that() -> None:
    found = page(Form(acts.HearingHeld))

    assert "Nee, iedereen samen" == found.one("label", **{"for": "field-apart"}).text
    assert {"apart": ("",)} == {n: v for n, v in sent_by(found).items() if n == "apart"}


def test_a_matter_that_the_case_offers_is_chosen_by_what_it_says() -> None:
    """Though it is kept by a number."""
    offered = tuple(Option(value, Text(nl=f"De {value}e", en=value)) for value in ("7", "9"))
    found = page(Form(acts.PenaltyPaid, Supplied(options={"about": offered})), {"about": ("9",)})
    (group,) = (each for each in found.all("fieldset") if each.all("input", type="radio"))

    assert ["De 7e", "De 9e"] == [each.text for each in group.all("label")]
    assert {"about": ("9",)} == sent_by(group)


def test_a_colleague_is_chosen_by_name_and_can_be_left_out_again() -> None:
    """Though he is kept by his id."""
    offered = tuple(Option(f"x{n}", Text(nl=f"Naam {n}", en=f"Name {n}")) for n in range(2))
    form = Form(acts.HearingHeld, Supplied(options={"staff.id": offered}))
    found = page(form, {"staff.0.id": ("x1",)})

    assert ["Kies", "Naam 0", "Naam 1"] == [each.text for each in found.one("select").all("option")]
    assert ("x1",) == sent_by(found)["staff.0.id"]


def test_one_of_many_is_a_list_that_folds_out() -> None:
    many = tuple(Option(f"c{n}", Text(nl=f"Adviseur {n}", en=f"Adviser {n}")) for n in range(9))
    form = Form(acts.AdviceRequested, Supplied(options={"adviser": many}))
    field = page(form, {"adviser": ("c3",)}).one("select")

    assert ["Kies", "Adviseur 0"] == [each.text for each in field.all("option")][:2]
    assert ("c3",) == sent_by(page(form, {"adviser": ("c3",)}))["adviser"]
    assert "field-adviser" == field.attributes["id"]


def test_several_of_are_checkboxes() -> None:
    found = page(Form(acts.CompletenessChecked, ITEMS), {"missing": ("photo",)})

    assert ["plan", "photo"] == [each.attributes["value"] for each in found.all("input", type="checkbox")]
    assert ("photo",) == sent_by(found)["missing"]


def test_an_empty_list_of_the_municipality_is_not_shown() -> None:
    form = Form(acts.PermissionGranted, Supplied(options={"reasons": ()}))

    assert [] == page(form).all("input", name="reasons")


def test_a_group_has_a_legend() -> None:
    legends = [each.text for each in page(Form(acts.ApplicationReceived)).all("legend")]

    assert ["De aanvraag", "Over wie gaat het?"] == legends[:2]


def test_there_is_a_button_for_one_more_and_one_to_take_each_away() -> None:
    typed = {"conditions.0": ("Kom op tijd",), "conditions.1": ("",)}
    found = page(Form(acts.ConditionsChanged), typed)

    assert "Voorwaarde toevoegen" == found.one("button", name="add", value="conditions").text
    assert ["conditions.0", "conditions.1"] == [
        each.attributes["value"] for each in found.all("button", name="remove")
    ]
    assert ["Voorwaarde 1", "Voorwaarde 2"] == [
        found.one("label", **{"for": f"field-conditions-{n}"}).text for n in (0, 1)
    ]


def test_enter_sends_the_form_and_adds_nothing() -> None:
    """A browser presses the first button."""
    first = page(Form(acts.ConditionsChanged)).all("button")[0]

    assert "name" not in first.attributes
    assert ("-1", "true") == (first.attributes["tabindex"], first.attributes["aria-hidden"])


def test_what_a_decision_becomes_is_chosen_first() -> None:
    found = page(Form(acts.DecisionCorrected), {})

    assert 14 == len(found.all("input", name="decision.kind"))
    assert "Verder met deze keuze" == found.one("button", name="choose").text
    assert [] == found.all("textarea", name="decision.reasoning")

    chosen = page(Form(acts.DecisionCorrected), {"decision.kind": ("application_set_aside",)})

    assert [""] == [each.text for each in chosen.all("textarea", name="decision.reasoning")]


def test_the_municipality_is_not_among_those_who_stop() -> None:
    """It revokes the permission."""
    choices = page(Form(acts.ParticipationEnded), {}).all("input", name="on_behalf_of")

    assert ["resident", "cooperative"] == [each.attributes["value"] for each in choices]


def test_the_summary_of_errors_takes_focus_and_leads_to_each_field() -> None:
    found = page(Form(acts.IncidentReported), {"incident": ("It broke.",)})
    summary = found.one(id="error-summary")
    links = {each.attributes["href"]: each.text for each in summary.all("a")}

    assert {
        "#field-severity": "Hoe ernstig is het? Dit is verplicht.",
        "#field-happened-on": "Wanneer gebeurde het? Dit is verplicht.",
    } == links
    assert ("-1", "") == (summary.attributes["tabindex"], summary.attributes["autofocus"])


def test_a_form_is_called_by_what_one_does_with_it() -> None:
    assert "Bezwaar maken" == shown(a_form(Objection, A_CASE), {}, Language.NL).title
    assert "objection_received" == a_form(Objection, A_CASE).kind
    assert "Grant the permission" == shown(Form(acts.PermissionGranted), {}, Language.EN).title


def test_without_errors_there_is_no_summary() -> None:
    assert [] == page(Form(acts.NoteAdded), {"text": ("x",)}).all(id="error-summary")


def test_what_is_wrong_with_the_whole_stands_in_the_summary() -> None:
    form = Form(acts.NoteAdded)
    whole = shown(form, {"text": ("x",)}, Language.NL, {"": ("Deze zaak is gesloten",)})

    assert "Deze zaak is gesloten" == rendered("error_summary(form)", form=whole).one("li").text


def test_what_was_typed_is_shown_again_to_the_letter() -> None:
    said = "\n <b>\"5 > 3\" & 'x' </b>\n"
    found = page(Form(acts.NoteAdded), {"text": (said,)})

    assert said == sent_by(found)["text"][0]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("model", EVERY, ids=lambda model: model.__name__)
def test_every_form_can_be_used(model: type[Fact], language: Language) -> None:
    """Every id once, a label for every field, and every reference to something that is there."""
    found = page(a_form(model, a_case_with() if model in OF_AN_OBJECTION else A_CASE), {}, language)
    ids = [each.attributes["id"] for each in found.all() if "id" in each.attributes]
    labelled = [each.attributes["for"] for each in found.all("label")]
    fields = [
        each
        for tag in ("input", "textarea", "select")
        for each in found.all(tag)
        if each.attributes.get("type") != "hidden"
    ]

    assert sorted(set(ids)) == sorted(ids)
    assert sorted(labelled) == sorted(each.attributes["id"] for each in fields)
    assert all(described(found, each) for each in found.all() if "aria-describedby" in each.attributes)
    assert {each.attributes["href"][1:] for each in found.all("a")} <= set(ids)
    assert not re.search(r"style=|onclick=|None|[a-z]_[a-z]", found.text)


@pytest.mark.parametrize(
    "act",
    [a_grant(A_MONDAY, A_MONDAY.replace(year=2027), conditions=("Kom op tijd",)), an_application_received()],
)
def test_a_form_that_is_sent_as_it_stands_says_the_same(act: Fact) -> None:
    """Nothing of what was filled in is lost by being shown."""
    form = a_form(type(act), A_CASE)

    assert Filled(act) == read(form, sent_by(page(form, filled(form, act))), Language.NL)


def test_every_sentence_of_the_template_has_a_dutch_translation() -> None:
    said = set(re.findall(r'_\("([^"]+)"', (TEMPLATES / "forms.html").read_text()))

    assert said
    assert set() == said - catalogue(Language.NL).keys()
