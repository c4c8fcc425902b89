"""Lives that end, or nearly, with the decision on the application."""

from __future__ import annotations

from datetime import timedelta

from cli.scenarios.sayings import application, apply_completely, first_of_a_month, grant, review
from cli.simulation import Life
from domain import terms
from domain.acts import (
    AdviceReceived,
    AdviceRequested,
    ApplicationReceived,
    ApplicationSetAside,
    ApplicationWithdrawn,
    CompletenessChecked,
    DecisionAdjourned,
    ItemAnswered,
    Party,
    PermissionRefused,
    QuestionAnswered,
    QuestionAsked,
    Recommendation,
    ReviewReturned,
    SuspensionEnded,
    SuspensionGround,
    TermSuspended,
    ViewInvited,
    ViewReceived,
)
from domain.calendar import next_working_day


async def set_aside(life: Life) -> None:
    """What was missing is asked for and never comes."""
    starts_on = first_of_a_month(await life.today() + timedelta(days=60))
    await life.begins("coop-a", ApplicationReceived(application=application(life, starts_on, "plan")))
    await life.later(1)
    missing = tuple(item.code for item in life.policy.items if item.code != "plan")
    await life.does("caseworker1", CompletenessChecked(missing=missing))
    await life.until(terms.supplement, days=1)
    await life.later(2)
    why = life.words(
        "Zonder de stukken kunnen wij niets beoordelen.", "Without these nothing can be assessed."
    )
    await life.does("decider1", ApplicationSetAside(reasoning=why))
    await life.posts_the_decision()
    await life.until(lambda case: terms.of(case).get("objection"), days=1)


async def withdrawn(life: Life) -> None:
    """The resident finds a job before anything is decided."""
    await apply_completely(life)
    await life.later(3)
    why = life.words("De inwoner heeft werk gevonden.", "The resident found a job.")
    await life.does("coop-a", ApplicationWithdrawn(reason=why))


async def refused(life: Life) -> None:
    """After the view of the applicant, which changes nothing; nobody objects."""
    await _is_to_be_refused(life)
    await life.later(5)
    view = life.words("Wij vinden van wel.", "We think it does.")
    await life.does("coop-a", ViewReceived(view=view))
    await life.later(2)
    await life.does("decider1", refusal(life))
    await life.posts_the_decision()
    await life.until(lambda case: terms.of(case).get("objection"), days=1)


async def fewer_hours(life: Life) -> None:
    """The period for a view passes, and fewer hours are granted than were asked."""
    await _is_to_be_refused(life)
    await life.until(terms.view, days=1)
    await life.later(1)
    why = life.words("Met minder uren past het wel.", "With fewer hours it does fit.")
    await life.does("decider1", grant(life, hours=8, deviation=why))


async def sent_back(life: Life) -> None:
    """The decider wants to know more first."""
    await apply_completely(life)
    await life.later(3)
    await life.does("caseworker1", review(life))
    await life.later(2)
    why = life.words("Wat vindt de werkcoach ervan?", "What does the work coach think of it?")
    await life.does("decider1", ReviewReturned(reason=why))
    asked = life.words("Past dit bij het traject?", "Does this fit the way to work?")
    await life.does("caseworker1", AdviceRequested(adviser="work-coach", question=asked))
    about = life.case.version
    await life.later(9)
    said = life.words("Ja, het past goed.", "Yes, it fits well.")
    await life.does("caseworker1", AdviceReceived(about=about, advice=said))
    await life.does("caseworker1", review(life))
    await life.later(1)
    await life.does("decider1", grant(life))


async def questions(life: Life) -> None:
    """Asked and answered item by item, while the review goes on."""
    await apply_completely(life)
    items_asked = (
        life.words("Wie begeleidt de inwoner?", "Who guides the resident?"),
        life.words("Is er een EHBO-er?", "Is there a first-aider?"),
    )
    until = await life.today() + timedelta(days=7)
    await life.does("caseworker1", QuestionAsked(of=Party.COOPERATIVE, items=items_asked, until=until))
    about = life.case.version
    for item, answer in enumerate(
        (life.words("Onze werkmeester.", "Our foreman."), life.words("Ja, twee.", "Yes, two.")), 1
    ):
        await life.later(2)
        await life.does(
            "coop-a", QuestionAnswered(about=about, answers=(ItemAnswered(item=item, answer=answer),))
        )
    await life.does("caseworker1", review(life))
    await life.later(1)
    await life.does("decider1", grant(life))


async def late(life: Life) -> None:
    """The term stands still, runs again and is adjourned; each moves the last day to decide."""
    await apply_completely(life)
    await life.later(2)
    abroad = life.words("Het bewijs komt uit België.", "The evidence comes from Belgium.")
    suspended = TermSuspended(
        ground=SuspensionGround.INFORMATION_FROM_ABROAD,
        until=await life.today() + timedelta(days=28),
        reasoning=abroad,
    )
    await life.does("caseworker1", suspended)
    await life.later(16)
    await life.does("caseworker1", SuspensionEnded(reason=life.words("Het is er.", "It came.")))
    await life.does("caseworker1", review(life))
    await life.until(terms.decision, days=-5)
    later = next_working_day(terms.decision(life.case).due_on + timedelta(days=14))
    why = life.words("Het college vergadert pas over twee weken.", "The executive meets in two weeks.")
    await life.does("decider1", DecisionAdjourned(until=later, reasoning=why))
    await life.later(10)
    first = max(life.case.application.starts_on, await life.today())
    await life.does("decider1", grant(life, valid_from=first))


def refusal(life: Life) -> PermissionRefused:
    """On the first ground of the policy."""
    return PermissionRefused(
        grounds=(life.policy.refusal_grounds[0].code,),
        reasoning=life.words("De toestemming past hier niet.", "The permission does not fit here."),
    )


async def _is_to_be_refused(life: Life) -> None:
    await apply_completely(life)
    await life.later(5)
    await life.does("caseworker1", review(life, Recommendation.REFUSE))
    await life.later(1)
    intention = life.words("Wij zijn van plan te weigeren.", "We intend to refuse.")
    await life.does("decider1", ViewInvited(intention=intention))
