"""The form of an application, cut into steps: all of them are parts of the one form of its act.

Whoever registers what came on paper takes one step more than a cooperative: whose it is, and when it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from api.languages import Language
from api.pages import forms
from api.pages.forms import Form, Shown, ShownForm, Typed, Wrong
from api.pages.forms.form import Rows
from api.standing_in import A_BSN, fitting, is_told
from domain.people import Actor
from domain.policy import Cooperative, Policy

BSN = "application.resident.bsn"


class Step(StrEnum):
    """A page of the application."""

    RECEIPT = "receipt"
    WHO = "who"
    PLAN = "plan"
    HOURS = "hours"
    DOCUMENTS = "documents"


ASKED: dict[Step, tuple[str, ...]] = {
    Step.RECEIPT: ("application.cooperative", "received_on"),
    Step.WHO: ("application.resident.name", "application.signed_at", "application.earlier_case"),
    Step.PLAN: ("application.activity", "application.plan"),
    Step.HOURS: ("application.starts_on", "application.ends_on", "application.hours_a_week"),
    Step.DOCUMENTS: ("application.items", "application.electronic", "application.reference"),
}
"""What each step asks. The BSN is asked at the end, since a draft does not keep it."""

TITLES: dict[Step, str] = {
    Step.RECEIPT: "From which cooperative, and when?",
    Step.WHO: "Whom is it about?",
    Step.PLAN: "The plan",
    Step.HOURS: "From when, and how much?",
    Step.DOCUMENTS: "Attachments and letters",
}
"""English sentences of the catalogue."""

CHECK, REGISTER = "Check and send", "Check and register"


@dataclass(frozen=True)
class Steps:
    """The form of an application, as one person fills it in."""

    whole: Form

    @property
    def is_of_another(self) -> bool:
        """Whether it is registered for a cooperative; else that fills it in by itself."""
        return self.whole.asks("application.cooperative")

    @property
    def all(self) -> tuple[Step, ...]:
        """The steps that ask this person something."""
        return tuple(step for step in Step if any(self.whole.asks(path) for path in ASKED[step]))

    @property
    def last(self) -> str:
        """What the page is called on which everything is looked at once more."""
        return REGISTER if self.is_of_another else CHECK

    def before(self, step: Step) -> Step | None:
        """The step before this one."""
        place = self.all.index(step)
        return self.all[place - 1] if place else None

    def after(self, step: Step) -> Step | None:
        """The step after this one; none when all that is left is to look at everything."""
        return next(iter(self.all[self.all.index(step) + 1 :]), None)

    def first_wrong(self, wrong: Wrong) -> Step | None:
        """The first step in which something is to be mended."""
        return next((step for step in self.all if wrong_in(step, wrong)), None)

    def elsewhere(self, wrong: Wrong) -> Wrong:
        """What is wrong, and in no step."""
        return {path: told for path, told in wrong.items() if not any(is_of(path, step) for step in self.all)}

    def way(self, step: Step | None) -> list[tuple[str, bool, bool]]:
        """The steps by name, and which are behind and which is this one."""
        order: list[Step | None] = [*self.all, None]
        here = order.index(step)
        return [
            (TITLES[each] if each else self.last, place < here, place == here)
            for place, each in enumerate(order)
        ]

    def of(self, step: Step) -> Form:
        """The part of the form that a step asks."""
        return self._only(*ASKED[step])

    @property
    def bsn(self) -> Form:
        """The part that asks the BSN, and nothing else."""
        return self._only(BSN)

    def _only(self, *asked: str) -> Form:
        others = {path for paths in ASKED.values() for path in paths} | {BSN}
        absent = self.whole.supplied.absent | (others - set(asked))
        return Form(self.whole.model, replace(self.whole.supplied, absent=absent))

    def merged(self, kept: Typed, step: Step, typed: Typed) -> dict[str, tuple[str, ...]]:
        """What was kept, with what a step says now."""
        others = {path: given for path, given in kept.items() if not is_of(path, step)}
        return others | {path: given for path, given in typed.items() if is_of(path, step)}

    def read(self, typed: Typed, language: Language) -> forms.Filled:
        """The application that was filled in, whatever its BSN will be: that is asked last."""
        return forms.read(self.whole, {BSN: (A_BSN,), **typed}, language)

    def set_right(self, typed: Typed, wrong: Wrong, received_on: date) -> dict[str, tuple[str, ...]]:
        """What was filled in, with what fits in the place of what is wrong."""
        fits = forms.filled(self.whole, fitting(None, received_on))
        places = {re.split(r"\.\d", path)[0] for path in wrong} - {""}
        rest = {path: given for path, given in typed.items() if not is_told(path, places, ".")}
        return rest | {path: given for path, given in fits.items() if is_told(path, places, ".")}


def steps_for(actor: Actor, policy: Policy, cooperatives: Sequence[Cooperative]) -> Steps:
    """The form of an application by this person; each document of the municipality's list has a place in it."""
    form = forms.application_form(policy, cooperatives, actor)
    places = {f"application.items.{n}.code": (item.code,) for n, item in enumerate(policy.items)}
    rows = {"application.items": Rows(by="code", is_each_needed=False)}
    return Steps(Form(form.model, replace(form.supplied, rows=rows, filled=places)))


def is_of(path: str, step: Step) -> bool:
    """Whether a step asks the field at that path, entries with their numbers included."""
    return any(path == asked or path.startswith(f"{asked}.") for asked in ASKED[step])


def wrong_in(step: Step, wrong: Wrong) -> dict[str, tuple[str, ...]]:
    """What is wrong with what that step asks."""
    return {path: told for path, told in wrong.items() if is_of(path, step)}


def flat(form: ShownForm) -> ShownForm:
    """The form without the frames around its groups: a step is one already."""
    fields = tuple(each for top in form.fields for each in _within(top))
    told = {each.name for one in fields for each in one.all()}
    framed = (f for top in form.fields for f in top.all() if f.name not in told)
    return replace(form, fields=fields, wrong=(*form.wrong, *(w for each in framed for w in each.wrong)))


def _within(shown: Shown) -> Iterator[Shown]:
    if shown.widget == "group":
        for part in shown.parts:
            yield from _within(part)
    else:
        yield shown


def in_a_line_each(form: ShownForm) -> ShownForm:
    """The form in which each entry that asks one thing is one field, called what the entry is."""
    return replace(form, fields=tuple(replace(each, parts=tuple(_lines(each))) for each in form.fields))


def _lines(shown: Shown) -> Iterator[Shown]:
    for part in shown.parts:
        asked = [each for each in part.parts if each.widget != "hidden"]
        if shown.widget == "entries" and len(asked) == 1:
            yield from (each for each in part.parts if each.widget == "hidden")
            wrong = (*part.wrong, *asked[0].wrong)
            yield replace(asked[0], label=part.label, hint="", is_required=False, wrong=wrong)
        else:
            yield part
