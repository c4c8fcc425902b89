"""Acts about a matter beside the procedure: which of them are open, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from api.pages.forms import colleagues, words
from api.pages.forms.asking import Asking
from api.pages.forms.form import NOTHING, Option, Rows, Supplied
from api.pages.forms.values import euros_of
from domain import acts, adjustment as adjusting, completeness, hearings, interests, objections, terms
from domain.calendar import written
from domain.case import Case
from domain.delays import at_court
from domain.fact import Text
from domain.law.objection import longest_adjournment
from domain.matters import advice, interim, questions
from domain.narration import narrated
from domain.people import Role
from domain.renewal import open_renewals
from domain.term import in_weeks
from domain.terms import penalty


def of_matter(
    open_ones: Callable[[Case], Iterable[int]], called: Callable[[Asking, int], Text]
) -> Callable[[Asking], Supplied]:
    """An act about one of these matters: about that of the task, or the only one; else it is chosen."""

    def supplied(asking: Asking) -> Supplied:
        found = list(open_ones(asking.case))
        about = asking.about if asking.about in found else found[0] if len(found) == 1 else None
        if about is not None:
            return Supplied(values={"about": about})
        return Supplied(options={"about": tuple(Option(str(v), called(asking, v)) for v in found)})

    return supplied


def _dated(asking: Asking, version: int) -> tuple[Text, Any]:
    entry = asking.case.entries[version - 1]
    return written(entry.on), entry.act


def told(asking: Asking, version: int) -> Text:
    """An act as the timeline tells it."""
    return narrated(asking.case.entries[version - 1].act, asking.case.policy)


def as_told(asking: Asking, versions: Iterable[int]) -> tuple[Option, ...]:
    """Acts to choose from, each as the timeline tells it."""
    return tuple(Option(str(version), told(asking, version)) for version in versions)


def of_a_term(asking: Asking) -> Supplied:
    """Whose term it is: of the application before the decision, and since then of what is asked for."""
    return _of_request(asking, "request", [entry.version for entry in terms.movable(asking.case)])


def of_a_period(asking: Asking) -> Supplied:
    """Of what something is missing: of the application or the objection, or of one of these requests."""
    return _of_request(asking, "about", completeness.awaited(asking.case))


def of_a_supplement(asking: Asking) -> Supplied:
    """For which request it is: that of the task, the only one, or it may be chosen. Awb 4:5(1)."""
    found = completeness.asked_for_more(asking.case)
    if asking.about in found:
        return Supplied(values={"request": asking.about})
    if len(found) < 2:
        return Supplied(values={"request": found[0] if found else None})
    return Supplied(options={"request": as_told(asking, found)})


def of_a_renewal(asking: Asking) -> Supplied:
    """Which request to renew: the only one, unless an older one is open again. Awb 7:11(2)."""
    return _of_request(asking, "request", [entry.version for entry in open_renewals(asking.case)])


def _of_request(asking: Asking, field: str, found: Sequence[int]) -> Supplied:
    if len(found) < 2:
        return Supplied(values={field: found[0] if found else None})
    return Supplied(options={field: as_told(asking, found)}, needed=frozenset({field}))


def adviser(asking: Asking, version: int) -> Text:
    """Who was asked, and when."""
    on, asked = _dated(asking, version)
    title = advice.adviser(asking.case, asked).title
    return Text(nl=f"{title.nl}, gevraagd op {on.nl}", en=f"{title.en}, asked on {on.en}")


def question(asking: Asking, version: int) -> Text:
    """How a question begins, and when it was asked."""
    on, asked = _dated(asking, version)
    first = _short(asked.items[0])
    return Text(nl=f"{first} ({on.nl})", en=f"{first} ({on.en})")


def report(asking: Asking, version: int) -> Text:
    """How a change or an incident was told, and when."""
    on, act = _dated(asking, version)
    if isinstance(act, acts.InterimReportEscalated):
        return Text(nl=f"Geen verslag ({on.nl})", en=f"No report ({on.en})")
    said = _short(act.change if isinstance(act, acts.ChangeReported) else act.incident)
    return Text(nl=f"{said} ({on.nl})", en=f"{said} ({on.en})")


def adjustment(asking: Asking, version: int) -> Text:
    """What was asked for or proposed, and when."""
    on, asked = _dated(asking, version)
    hours: int = asked.hours_a_week
    return Text(nl=f"{hours} uur per week ({on.nl})", en=f"{hours} hours a week ({on.en})")


def open_adjustments(case: Case) -> list[int]:
    """Those on which nobody decided yet."""
    return [entry.version for entry in adjusting.open_ones(case)]


def asked_adjustments(case: Case) -> list[int]:
    """Those of them that somebody asked for."""
    return [v for v in open_adjustments(case) if case.act(v, acts.AdjustmentRequested)]


def droppable(asking: Asking) -> Supplied:
    """A cooperative takes its own requests back; the municipality its proposals too."""
    is_cooperatives = asking.now.actor.cooperative == asking.case.cooperative
    return of_matter(asked_adjustments if is_cooperatives else open_adjustments, adjustment)(asking)


def as_permitted(asking: Asking) -> Supplied:
    """The hours and conditions as they are, of which some are to change."""
    permission = asking.case.permission
    return Supplied(filled=_filled(permission)) if permission else Supplied()


def as_opened(asking: Asking) -> Supplied:
    """The hours and conditions as they were asked for or proposed."""
    found = of_matter(open_adjustments, adjustment)(asking)
    about = found.values.get("about")
    return replace(found, filled=_filled(_dated(asking, about)[1])) if about else found


def _filled(said: Any) -> dict[str, tuple[str, ...]]:
    conditions = {f"conditions.{place}": (each,) for place, each in enumerate(said.conditions)}
    return {"hours_a_week": (str(said.hours_a_week),), **conditions}


def notice(asking: Asking, version: int) -> Text:
    """A notice of default, by its day."""
    on, _ = _dated(asking, version)
    return Text(nl=f"Die van {on.nl}", en=f"That of {on.en}")


def appeal(asking: Asking, version: int) -> Text:
    """An appeal, by its day and court."""
    _, appealed = _dated(asking, version)
    on = written(appealed.lodged_on)
    return Text(nl=f"Dat van {on.nl} bij {appealed.court}", en=f"That of {on.en} with {appealed.court}")


def declared_interests(asking: Asking) -> Supplied:
    """One of the personal interests that are declared, with whose it is."""
    options = (
        Option(declaration, narrated(interests.told(asking.case, entry), asking.case.policy))
        for declaration, (entry, _) in interests.standing(asking.case).items()
    )
    return Supplied(options={"declaration": tuple(options)})


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def answers(asking: Asking) -> Supplied:
    """One place for an answer to each item that is open."""
    found = of_matter(open_questions, question)(asking)
    about = found.values.get("about")
    if about is None:
        return found
    asked = asking.case.act(about, acts.QuestionAsked)
    assert asked is not None
    items = tuple(
        Option(str(item), Text(nl=asked.items[item - 1], en=asked.items[item - 1]))
        for item in questions.unanswered(asking.case, about)
    )
    return replace(
        found, options={"answers.item": items}, rows={"answers": Rows(by="item", is_each_needed=False)}
    )


def open_questions(case: Case) -> list[int]:
    """The questions that wait for an answer, whole or in part."""
    return [
        entry.version
        for entry, _ in case.every(acts.QuestionAsked)
        if questions.unanswered(case, entry.version)
    ]


def advised_by_none(case: Case) -> list[int]:
    """The requests to which no advice came."""
    return [e.version for e, _ in case.every(acts.AdviceRequested) if not advice.has_come(case, e.version)]


def awaited_advice(case: Case) -> list[int]:
    """The requests of which the advice is still waited for."""
    return [entry.version for entry, _ in advice.awaited(case)]


def defaults(case: Case) -> tuple[int, ...]:
    """The notices of default that are not settled."""
    return case.open_defaults


def late_appeals(case: Case) -> tuple[int, ...]:
    """The appeals since no decision came in time, on which the court did not rule yet."""
    return at_court(entry.act for entry in case.entries)


def determined(asking: Asking) -> Supplied:
    """The amount follows from the dates, so it stands there already. Awb 4:17(2)."""
    found = of_matter(defaults, notice)(asking)
    about = found.values.get("about")
    if about is None:
        return found
    owed = penalty.reckoned(asking.case, about, asking.now.on).owed_cents
    return replace(found, filled={"cents": (euros_of(owed),)})


def untold(asking: Asking) -> Supplied:
    """A report goes on where the one before ended, to the day to which it is asked, if it is."""
    asked, first = interim.awaited(asking.case), interim.first_untold(asking.case)
    filled = {"period_from": (first.isoformat(),)} if first and first <= asking.now.on else {}
    return Supplied(filled=filled | ({"period_until": (asked.period_until.isoformat(),)} if asked else {}))


def given_up(asking: Asking) -> Supplied:
    """Whether the resident is not to be heard either is for who hears, where he can lose by it. Awb 7:3(c), (d)."""
    is_ours = Role.COOPERATIVE not in asking.now.actor.roles
    is_asked = is_ours and asking.case.is_objection and hearings.may_harm_the_resident(asking.case)
    return NOTHING if is_asked else Supplied(absent=frozenset({"resident_too"}))


def of_the_objections_term(asking: Asking) -> Supplied:
    """How far the decision on an objection can be adjourned, and from which day on. Awb 7:10(3)."""
    if not asking.case.is_objection:
        return NOTHING
    due_on = objections.objection_decision(asking.case).due_on
    longest = longest_adjournment(objections.sent_on(asking.case))
    now, latest, weeks = written(due_on), written(due_on + timedelta(weeks=longest)), in_weeks(longest)
    return Supplied(
        hints={
            "weeks": Text(
                nl=f"Ten hoogste {weeks.nl}. De laatste dag om te beslissen is nu {now.nl}.",
                en=f"At most {weeks.en}. The last day to decide is {now.en} now.",
            ),
            "until": Text(nl=f"Uiterlijk {latest.nl}.", en=f"{latest.en} at the latest."),
        }
    )


def heard(asking: Asking) -> Supplied:
    """By which colleagues, and on which grounds without an invitation a week before. Awb 7:4(5).

    Where nobody was invited at all it cannot be that there was an invitation.
    """
    found = colleagues.hearers(asking)
    if not asking.case.is_objection:
        return found
    grounds = hearings.at_short_notice(asking.case)
    offered = tuple(Option(each.value, words.value(acts.ShortNotice, each.value)) for each in grounds)
    invited = hearings.since_reopening(asking.case, acts.HearingInvited)
    needed = frozenset[str]() if invited else frozenset({"at_short_notice"})
    return replace(found, options={**found.options, "at_short_notice": offered}, needed=needed)
