"""What the forms about a hearing ask of a resident who does not object himself, and what stands beside others."""

from __future__ import annotations

from typing import Any

import pytest

from api.languages import Language, translate
from api.pages.context import beside
from api.pages.forms import at_first, shown, words
from domain import acceptance, acts
from domain.case import Case
from domain.errors import NotAcceptable
from domain.letters import called_for
from domain.narration import narrated
from domain.people import Role
from domain.tasks import Task
from domain.words import in_language
from tests.domain.objected import TODAY
from tests.domain.test_fully_met import ANOTHER, COOPERATIVE, against
from tests.examples import decider1, decider2, done, objections1
from tests.objecting import a_decision, a_hearing, a_waiver, an_invitation
from tests.pages.forms.cases import a_form


@pytest.mark.parametrize("kind", [acts.HearingDeclined, acts.HearingWaived])
@pytest.mark.parametrize(
    ("decision", "by", "is_asked"),
    [
        ("permission_granted", ANOTHER, True),
        ("permission_granted", COOPERATIVE, True),
        ("permission_granted", {}, False),
        ("permission_refused", ANOTHER, False),
    ],
)
def test_whether_the_resident_gives_up_being_heard_is_asked_where_he_can_lose_by_it(
    kind: type[Any], decision: str, by: dict[str, Any], is_asked: bool
) -> None:
    assert is_asked == a_form(kind, against(decision, **by), objections1, TODAY).asks("resident_too")


@pytest.mark.parametrize(
    ("by", "offered"), [(ANOTHER, ["agreed"]), (COOPERATIVE, ["agreed"]), ({}, ["came_of_himself", "agreed"])]
)
def test_that_another_came_of_himself_is_no_ground_to_hear_him_at_once(
    by: dict[str, Any], offered: list[str]
) -> None:
    """The resident is heard with him. Awb 7:2, 7:6."""
    form = a_form(acts.HearingHeld, against("permission_granted", **by), objections1, TODAY)

    assert offered == [each.value for each in form.supplied.options["at_short_notice"]]


@pytest.mark.parametrize("is_invited", [True, False])
def test_where_nobody_was_invited_no_form_says_that_there_was_an_invitation(is_invited: bool) -> None:
    """A ground has to be chosen then. Awb 7:4(5)."""
    case = against("permission_granted", *((an_invitation(TODAY),) if is_invited else ()))
    form = a_form(acts.HearingHeld, case, objections1, TODAY)
    asked = shown(form, at_first(form), Language.NL)
    (notice,) = (each for each in asked.fields if each.name == "at_short_notice")

    assert is_invited == ("Niet van toepassing: er was een uitnodiging" in {e.text for e in notice.choices})
    assert is_invited == any(each.is_chosen for each in notice.choices)


REOPENED = acts.HearingReopened(reason="De inwoner kan verliezen wat hij kreeg.")


@pytest.mark.parametrize("given_up", [acts.HearingDeclined(), a_waiver(acts.NoHearing.DECLINED)])
def test_who_decides_sees_beforehand_that_the_resident_did_not_give_up_being_heard(
    given_up: acts.Act,
) -> None:
    """Not where nothing is taken from him; nor any more once the hearing was reopened. Awb 7:2, 7:3."""
    asked = "Ziet de inwoner ook af van een hoorzitting?"
    told = answers_beside(against("permission_granted", given_up, **ANOTHER), "objection_decided")
    his_own = answers_beside(against("permission_granted", given_up), "objection_decided")
    anew = against("permission_granted", given_up, REOPENED, a_hearing(TODAY), **ANOTHER)

    assert "Nee, of dat is niet bekend" == told[given_up.kind][asked]
    assert asked not in his_own.get(given_up.kind, {})
    assert given_up.kind not in answers_beside(anew, "objection_decided")


def test_who_invites_anew_sees_why() -> None:
    case = against("permission_granted", acts.HearingDeclined(), REOPENED, **ANOTHER)

    assert [REOPENED.reason] == list(answers_beside(case, "hearing_invited")["hearing_reopened"].values())


@pytest.mark.parametrize("language", list(Language))
def test_a_decision_that_needs_a_hearing_is_refused_with_the_name_of_that_choice(language: Language) -> None:
    upheld = a_decision(acts.Outcome.UPHELD, no_hearing="declined")
    with pytest.raises(NotAcceptable) as refused:
        acceptance.check(
            done(decider2, upheld), against("permission_granted", acts.HearingDeclined(), **ANOTHER), TODAY
        )
    choice = in_language(words.title("hearing_reopened"), language.value)

    assert f"“{choice}”" in translate(refused.value.template, language)
    assert "inwoner" in narrated(REOPENED).nl


@pytest.mark.parametrize("by", [ANOTHER, {}, {"objector": "cooperative"}])
def test_the_form_of_an_invitation_says_to_whom_it_goes(by: dict[str, Any]) -> None:
    case = against("permission_granted", an_invitation(TODAY), **by)
    letter = called_for(case, case.entries[-1])
    said = words.FOLLOWS["hearing_invited"]

    assert letter is not None
    assert {"resident", "cooperative"} == set(letter.addressees) - {"objector"}
    assert all(who in said.en for who in letter.addressees if who != "objector")


def answers_beside(case: Case, kind: str) -> dict[str, dict[str, str]]:
    """What is told beside the form of such an act, by the kind of what is told."""
    task = Task(id="a.9", role=Role.DECIDER, accepts=(kind,), opened_at=case.entries[-1].at)
    return {
        said.kind: {each.label: " ".join(each.said) for section in said.sections for each in section.answers}
        for said in beside(task, case, decider1, Language.NL)
    }
