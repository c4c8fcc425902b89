"""What somebody filled in, as he sees it once more before it is sent."""

from __future__ import annotations

from api.languages import Language
from api.pages.forms import Form, filled, shown, told
from domain import acts
from tests.examples import A_MONDAY, a_grant
from tests.pages.forms.cases import a_form
from tests.pages.forms.pages import rendered, sent_by
from tests.pages.forms.test_supplied import A_CASE


def test_answers_are_told_in_words_before_they_are_sent() -> None:
    act = a_grant(A_MONDAY, A_MONDAY.replace(year=2027), conditions=("Kom op tijd", "Bel af"))
    form = a_form(type(act), A_CASE)
    sections = told(shown(form, filled(form, act), Language.NL), Language.NL)
    found = rendered('check_answers(sections, "/tasks/1")', sections=sections)
    rows = {each.one("dt").text: each.all("dd") for each in found.all("div")}

    assert "2 maart 2026" == rows["Eerste dag van de toestemming"][0].text
    assert "Kom op tijd Bel af" == rows["Voorwaarden"][0].text
    assert "Volledige toestemming" == rows["Wat voor toestemming?"][0].text
    assert "Niet ingevuld" == rows["Hoeveel uur per jaar hoogstens?"][0].text
    assert "Wijzigen : Hoeveel uur per week?" == rows["Hoeveel uur per week?"][1].text
    assert "/tasks/1#field-hours-a-week" == rows["Hoeveel uur per week?"][1].one("a").attributes["href"]


def test_the_title_of_a_group_is_read_once_also_when_other_groups_stand_in_its_middle() -> None:
    form = a_form(acts.ApplicationReceived, A_CASE)
    typed = {
        "application.resident.name": ("Bram",),
        "application.items.0.code": ("plan",),
        "application.items.0.title": ("Plan",),
    }
    titles = [section.title for section in told(shown(form, typed, Language.NL), Language.NL)]

    assert ["De aanvraag", "Over wie gaat het?", "Bijlage 1"] == [each for each in titles if each]


def test_what_is_asked_of_each_is_changed_by_a_name_of_its_own() -> None:
    form = a_form(acts.ApplicationReceived, A_CASE)
    places = [f"application.items.{n}.{name}" for n in range(2) for name in ("code", "title")]
    sections = told(shown(form, dict.fromkeys(places, ("Plan",)), Language.NL), Language.NL)
    found = rendered('check_answers(sections, "/tasks/1")', sections=sections)
    names = [each.text for each in found.all("a") if "Wijzigen" in each.text]

    assert len(names) == len(set(names))
    assert [] != [name for name in names if "Bijlage 2" in name]


def test_documents_of_which_there_are_none_are_told_of_too() -> None:
    form = a_form(acts.SupplementReceived, A_CASE)
    answers = [
        each for section in told(shown(form, {}, Language.NL), Language.NL) for each in section.answers
    ]

    assert [("Wat stuurt u?", ())] == [(each.label, each.said) for each in answers if each.name == "items"]


def test_without_an_address_a_button_leads_back_with_what_was_typed() -> None:
    form, typed = (
        Form(acts.PenaltyDetermined),
        {"cents": ("23",), "reasoning": ("Eén dag.",), "about": ("3",)},
    )
    sections = told(shown(form, typed, Language.NL), Language.NL)
    found = rendered("check_answers(sections) }}{{ forms.kept(typed)", sections=sections, typed=typed)

    assert "field-cents" == found.all("button", name="page.change")[1].attributes["value"]
    assert "€ 23,00" == found.all("dd")[2].text
    assert typed == sent_by(found)
