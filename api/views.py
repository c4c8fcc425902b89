"""What the API shows of cases, for the reader who asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Row

from api.beginnings import today
from api.wire import Wire
from domain import disclosure, narration
from domain.authority import MAY
from domain.basis import basis
from domain.case import Case, Entry, Permission, Status
from domain.fact import Moment
from domain.matters import default
from domain.matters.default import Default
from domain.people import Actor, Role
from domain.policy import Policy
from domain.term import Term
from domain.words import IN_BRIEF, Language, in_language
from store.rows import case_row


class ListedCase(Wire):
    """A case as lists show it."""

    number: str
    status: Status
    cooperative: str
    resident: str
    received_on: date
    decision_due_on: date | None
    reassessment_on: date | None
    valid_from: date | None
    valid_until: date | None
    version: int
    changed_at: Moment
    about: str | None
    """Of an objection: the case of the decision that it is against."""
    in_default_since: date | None
    """The day on which the first notice of default came that counts and is not settled yet. Awb 4:17."""
    owed_cents: int | None
    """What is owed today by all that are not settled, in euro cents."""


class ShownCase(ListedCase):
    """A case with what was asked or objected to, and what was permitted."""

    application: dict[str, Any] | None
    objection: dict[str, Any] | None
    permission: Permission | None
    policy_version: int
    defaults: tuple[Default, ...]
    """The notices of default, and what came of each."""


class Told(Wire):
    """One act as the timeline tells it."""

    version: int
    at: Moment
    on: date
    kind: str
    who: str
    role: Role
    standing_in_for: str | None
    """The absent colleague for whom he did it."""
    basis: str | None
    """The article that it rests on."""
    policy_version: int
    """The municipality's policy that the case goes by."""
    task: str | None
    text: str
    """What was done, in a sentence."""
    act: dict[str, Any]
    """The act itself, without what is not for this reader."""


class Timeline(Wire):
    """Who did what, when and on what basis, oldest first."""

    items: list[Told]


class Deadlines(Wire):
    """The dates of a case that lie ahead or were met, each with the steps that lead to it."""

    items: dict[str, Term]


def listed_case(row: Row[Any]) -> ListedCase:
    """A row of the list."""
    return _listed(dict(row._mapping), today())  # pyright: ignore[reportPrivateUsage] # noqa: SLF001


def shown_case(case: Case, reader: Actor, on: date | None = None) -> ShownCase:
    """The whole case as its reader may see it, with what is owed on that day, today when not given."""
    on = on or today()
    asked = disclosure.shown(case.entries[0], reader) or {}
    return ShownCase(
        **_listed(case_row(case), on).model_dump(),
        application=asked.get("application"),
        objection=asked if case.is_objection else None,
        permission=case.permission,
        policy_version=case.policy.version,
        defaults=default.shown(case, on),
    )


def told(entry: Entry, policy: Policy, reader: Actor, language: Language) -> Told | None:
    """A line of the timeline; none when it is not for this reader."""
    act = disclosure.shown(entry, reader)
    if act is None:
        return None
    absent = disclosure.absent_colleague(entry, reader)
    said = _sentence(entry, act, policy, language)
    return Told(
        version=entry.version,
        at=entry.at,
        on=entry.on,
        kind=entry.act.kind,
        who=entry.actor.name,
        role=_role_in(entry),
        standing_in_for=absent,
        basis=basis(entry.act, entry.on),
        policy_version=policy.version,
        task=entry.task,
        text=f"{said} {in_language(narration.as_substitute(absent), language)}" if absent else said,
        act=act,
    )


def _sentence(entry: Entry, shown: dict[str, Any], policy: Policy, language: Language) -> str:
    if shown.keys() == {"kind"} and entry.act.kind in IN_BRIEF:
        return in_language(IN_BRIEF[entry.act.kind], language)
    return narration.told(entry, language, policy)


def _role_in(entry: Entry) -> Role:
    """The role in which somebody did it: the one that the act takes."""
    rule = MAY.get(type(entry.act))
    fitting = sorted(rule.roles & entry.actor.roles) if rule else []
    return fitting[0] if fitting else next(iter(entry.actor.roles))


def _listed(row: dict[str, Any], on: date) -> ListedCase:
    shown = {name: row[name] for name in ListedCase.model_fields if name in row}
    return ListedCase(**shown, resident=row["resident_name"], owed_cents=_owed_cents(row, on))


def _owed_cents(row: dict[str, Any], on: date) -> int | None:
    if row["in_default_since"] is None:
        return None
    return default.owed_by_all(row["defaults"], on)
