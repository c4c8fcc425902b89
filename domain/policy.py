"""What a municipality may choose for itself, as versioned data with a date from which it counts.

A case keeps the version that it started with, and each decision names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.fact import Code, Fact, HoursAWeek, HoursAYear, Line, Text
from domain.mandates import Mandate, Months

Days = Annotated[int, Field(ge=1, le=365)]
Weeks = Annotated[int, Field(ge=1, le=52)]


EIGHT_WEEKS = 8
"""To decide on an application where no rule sets another term, and to put that off. Awb 4:13(2)."""


def _set_by_regulation(weeks: int, regulation: str | None) -> str | None:
    return regulation or ("Awb 4:13(1)" if weeks != EIGHT_WEEKS else None)


def _as_the_term_is_set(said: dict[str, Any]) -> int:
    """Eight weeks by the law; a regulation that says nothing of it allows none. Awb 4:14."""
    by_law = _set_by_regulation(said.get("decision_weeks", EIGHT_WEEKS), said.get("regulation")) is None
    return EIGHT_WEEKS if by_law else 0


class Periods(Fact):
    """The terms that the law leaves to the municipality, in the unit that the name says."""

    decision_weeks: Weeks = EIGHT_WEEKS
    """Eight weeks, unless a regulation of the municipality's own sets another term (Awb 4:13)."""
    regulation: Line | None = None
    """That regulation, with its article; one may set eight weeks too."""
    adjournment_weeks: int = Field(ge=0, le=52, default_factory=_as_the_term_is_set)
    """The decision is put off by no more than so many weeks: a reasonable term, or what that regulation allows.

    Where it allows none, a later day that the applicant is told changes nothing in the term. Awb 4:14(1), (3).
    """
    standstill_weeks: Weeks = 13
    """A term stands still by one act for no more than so many weeks, but for the applicant's own consent (Awb 4:15)."""
    intake_days: Days = 7
    """To check an application for completeness."""
    supplement_days: Days = 14
    """To send what is missing (Awb 4:5)."""
    supplement_reminder_days: Days = 4
    """The reminder goes so many days before the supplement period ends."""
    review_days: Days = 21
    """To review a complete application."""
    view_days: Days = 14
    """To give a view before an adverse decision (Awb 4:9)."""
    view_days_at_least: Days = 7
    """Nobody is given less than this for a view, since a period that is of no use is none (Awb 4:9)."""
    reassess_every_months: Months = 6
    report_weeks_before: Weeks = 4
    """The progress report is asked so many weeks before each reassessment."""
    report_reminder_days: Days = 14
    """The reminder goes so many days after the asking."""
    report_escalation_days: Days = 21
    """Without a report the caseworker is told so many days after the asking."""
    report_every_months: Months | None = None
    """A report is asked so often beside the reassessments too; without it they alone ask for one."""
    end_weeks_before: Weeks = 8
    """The end of a permission is told so many weeks before it, and a trial is evaluated from then."""

    change_days: Days = 14
    """To look at a change or an incident that was reported."""
    objection_days: Days = 14
    """To judge whether an objection can be dealt with."""
    repair_days_at_least: Days = 7
    """Nobody is given less than this to mend an objection: a reasonable period (Awb 6:6)."""
    hearing_answer_days_at_least: Days = 7
    """Nobody is given less than this to say whether he wants to be heard: a reasonable period (Awb 7:3(d))."""
    ask_court_every_months: Months = 3
    """So often a court is asked how an appeal stands: its own term begins only once it heard the parties (Awb 8:66)."""

    @property
    def by_regulation(self) -> str | None:
        """What sets the term to decide, where that is not the law itself. Awb 4:13(1)."""
        return _set_by_regulation(self.decision_weeks, self.regulation)

    @model_validator(mode="after")
    def _follow_each_other(self) -> Periods:
        """A reminder comes before the end of what it reminds of, and a report before the reassessment that wants it."""
        in_order = (
            self.supplement_reminder_days < self.supplement_days
            and self.view_days_at_least <= self.view_days
            and self.report_reminder_days < self.report_escalation_days
            and self.report_escalation_days <= 7 * self.report_weeks_before
            and self.report_weeks_before * 7 < self.reassess_every_months * 28
            and self.report_escalation_days < (self.report_every_months or 120) * 28
        )
        if not in_order:
            raise PydanticCustomError(
                "out_of_order",
                "A reminder must come before the end of its period, and a report before its reassessment",
            )
        return self


class Entry(Fact):
    """One entry of a list that the municipality keeps, as people read it."""

    code: Code
    title: Text
    basis: Line | None = None
    """The article or policy rule that it rests on."""


def named(codes: Iterable[str], entries: Iterable[Entry]) -> Text:
    """The entries of a list by their titles, in one line: a code says nothing to a reader."""
    titles = {entry.code: entry.title for entry in entries}
    found = [titles.get(code, Text(nl=code, en=code)) for code in codes]
    return Text(nl="; ".join(title.nl for title in found), en="; ".join(title.en for title in found))


class Adviser(Entry):
    """A party that may be asked for advice on an application (Awb 3:5)."""

    days: Days = 28
    """Its term, when the request names no other (Awb 3:6)."""
    waits: bool = True
    """Whether review and decision wait for the advice until its term is over."""


class Policy(Fact):
    """One version of a municipality's policy on social cooperatives."""

    municipality: Code
    name: Line
    """The municipality's name."""
    version: Annotated[int, Field(ge=1)]
    valid_from: date
    periods: Periods = Periods()
    max_hours_a_week: HoursAWeek = 24
    min_hours_a_week: HoursAWeek | None = None
    """The fewest hours of a permission; without it one may be for as few as somebody can do."""
    max_hours_a_year: HoursAYear | None = None
    """A limit to a whole year, beside that to a week."""
    max_months: Months = 36
    trial_months: Months = 3
    """The longest trial."""
    objection_committee: bool = False
    """Whether an advisory committee hears and advises on every objection (Awb 7:13)."""
    items: Annotated[tuple[Entry, ...], Field(min_length=1)]
    """What must come with an application."""
    criteria: Annotated[tuple[Entry, ...], Field(min_length=1)]
    """What an application is held against; each is answered in the review."""
    refusal_grounds: Annotated[tuple[Entry, ...], Field(min_length=1)]
    advisers: tuple[Adviser, ...] = ()
    grant_reasons: tuple[Entry, ...] = ()
    """Reasons for a grant that come back often; each decision has its own words too."""
    revocation_grounds: tuple[Entry, ...] = ()
    """Why a permission may be revoked; without any, none is."""
    renewal_advice: bool = True
    """Whether a caseworker advises on a renewal before it is decided on."""

    @model_validator(mode="after")
    def _there_are_hours_between(self) -> Policy:
        if self.min_hours_a_week and self.min_hours_a_week > self.max_hours_a_week:
            raise PydanticCustomError("no_hours_left", "The fewest hours a week are more than the most")
        return self


class Validity(Fact):
    """From when until when what begins gets a version of the policy."""

    version: int
    valid_from: date
    valid_until: date | None = None
    """The last day; open-ended when no later version is known."""
    replaced_by: int | None = None
    """The version that counts from the same day on, so that nothing begins with this one any more."""

    def is_valid_on(self, day: date) -> bool:
        """Whether what begins on that day gets it."""
        return (
            self.replaced_by is None
            and self.valid_from <= day
            and (self.valid_until is None or day <= self.valid_until)
        )


def validities(versions: Iterable[Policy]) -> tuple[Validity, ...]:
    """When each of a municipality's versions counts, the latest first. Of two from one day the higher number does."""
    found: list[Validity] = []
    later: Policy | None = None
    for policy in sorted(versions, key=lambda each: (each.valid_from, each.version), reverse=True):
        is_replaced = later is not None and later.valid_from == policy.valid_from
        found.append(
            Validity(
                version=policy.version,
                valid_from=policy.valid_from,
                valid_until=later.valid_from - timedelta(days=1) if later and not is_replaced else None,
                replaced_by=later.version if later and is_replaced else None,
            )
        )
        later = later if is_replaced else policy
    return tuple(found)


class Cooperative(Fact):
    """A social cooperative with an agreement with the municipality."""

    code: Code
    name: Line
    email: Line
    agreement_from: date
    agreement_until: date | None = None
    """The agreement's last day; open-ended when not given."""


class Office(Fact):
    """Where people reach the municipality, as its letters say it."""

    address: Annotated[tuple[Line, ...], Field(min_length=1, max_length=5)]
    """The lines of its postal address, to which an objection goes too."""
    phone: Line | None = None
    email: Line | None = None
    website: Line | None = None


class Municipality(Fact):
    """Everything that one municipality brings: its policy, its cooperatives and who decides for it."""

    policy: Policy
    office: Office | None = None
    """Not part of the policy: a letter has the address of today, whatever version a case keeps."""
    cooperatives: tuple[Cooperative, ...]
    mandates: Annotated[tuple[Mandate, ...], Field(min_length=1)]
