"""The dashboard: how the municipality's cases stand, in charts with their tables behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from babel.dates import format_date
from fastapi import APIRouter, Depends, Request
from markupsafe import Markup
from starlette.responses import Response

from api import columns, figures
from api.figures import Figures
from api.identity import readers
from api.languages import Language, translate
from api.pages.charts import Bar, Line, bars, key, lines
from api.pages.forms.words import capital
from api.pages.preferences import preferred_language
from api.pages.sessions import SignedIn
from api.pages.shell import page
from api.parts import Database
from api.tables import AskedForm
from domain.figures import SMALLEST
from domain.narration.phrases import euros
from domain.people import Actor
from domain.words import PHASES, ROLES, STATUSES, in_language
from store import reference

router = APIRouter()

_one_of_them = readers(*sorted(figures.SEEN_BY))


async def _watcher(actor: SignedIn) -> Actor:
    return await _one_of_them(actor)


@dataclass(frozen=True)
class Chart:
    """A chart, and the same as a table."""

    title: str
    drawn: Markup
    columns: tuple[str, ...]
    rows: list[tuple[str | int, ...]]
    legend: tuple[tuple[Markup, str], ...] = ()
    note: str | None = None


@router.get("/figures")
async def show_figures(
    request: Request, reader: Annotated[Actor, Depends(_watcher)], database: Database, asked: AskedForm
) -> Response:
    """How the cases stand today, and how they came and went in twelve months."""
    found = await figures.get_figures(reader, database, asked)
    if isinstance(found, Response):
        return found
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, reader.municipality)
    drawing = Drawing(preferred_language(request.scope), {each.code: each.name for each in known})
    return page(
        request,
        "figures/figures.html",
        found=found,
        owed=drawing.words(euros(found.penalties.owed_cents)),
        charts=[
            *(drawing.phases(found), drawing.terms(found), drawing.in_and_out(found)),
            *(drawing.workload(found), drawing.endings(found), drawing.participants(found)),
        ],
    )


@dataclass(frozen=True)
class Drawing:
    """Somebody who draws the charts in one language."""

    language: Language
    cooperatives: dict[str, str]

    def say(self, template: str, /, **facts: object) -> str:
        """A sentence of the catalogue."""
        return translate(template, self.language, **facts)

    def words(self, text: Any) -> str:
        """A text in this language."""
        return in_language(text, self.language.value)

    def phases(self, found: Figures) -> Chart:
        """Open cases by where they stand."""
        rows = [
            (capital(self.words(PHASES[each.phase])), capital(self.words(STATUSES[status])), count)
            for each in found.phases
            for status, count in each.by_status.items()
        ]
        return self._barred(
            self.say("Open cases by phase"),
            (self.say("Phase"), self.say("Status"), self.say("Cases")),
            rows,
            [
                Bar(f"{phase}: {status[:1].lower()}{status[1:]}", count, str(count))
                for phase, status, count in rows
            ],
        )

    def terms(self, found: Figures) -> Chart:
        """Whether decisions keep their terms, and what is late of what was done each month."""
        terms = found.terms
        rows = [
            (self.say("Decided in time in twelve months"), terms.kept),
            (self.say("Decided too late in twelve months"), terms.late),
            (self.say("Open, to be decided within two weeks"), terms.at_risk),
            (self.say("Open, and overdue"), terms.overdue),
        ]
        late = {1, 3}
        return self._barred(
            self.say("Terms to decide"),
            (self.say("What"), self.say("Cases")),
            rows,
            [Bar(name, n, str(n), part=n if place in late else 0) for place, (name, n) in enumerate(rows)],
            note=self.say("Hatched is what is too late."),
        )

    def workload(self, found: Figures) -> Chart:
        """Open tasks by role and holder."""
        rows = [
            (
                capital(self.words(ROLES[load.role])),
                load.name or self.say("Nobody yet"),
                *(load.tasks, load.overdue, load.resting),
            )
            for load in found.workload
        ]
        told = "{tasks}, of which {overdue} overdue"
        drawn = [
            Bar(
                f"{role}: {holder}",
                tasks,
                self.say(told, tasks=tasks, overdue=overdue) if overdue else str(tasks),
                part=overdue,
            )
            for role, holder, tasks, overdue, _ in rows
        ]
        return self._barred(
            self.say("Workload"),
            *(
                (
                    self.say("Role"),
                    self.say("Held by"),
                    self.say("Tasks"),
                    self.say("Overdue"),
                    self.say("Resting"),
                ),
            ),
            rows,
            drawn,
            note=self.say("Hatched is what is too late."),
        )

    def in_and_out(self, found: Figures) -> Chart:
        """What came in and what was done, month by month."""
        months = found.months
        came = tuple(month.applications + month.objections for month in months)
        done = tuple(month.done for month in months)
        title, names = self.say("In and out, by month"), (self.say("Received"), self.say("Done"))
        told = self.say("{came} received and {done} done in twelve months", came=sum(came), done=sum(done))
        return Chart(
            title,
            lines(
                *(title, told, [self._month(each.month, "MMM yy") for each in months]),
                [Line(names[0], came), Line(names[1], done)],
            ),
            (
                *(self.say("Month"), self.say("Applications"), self.say("Objections")),
                *(self.say("Done"), self.say("Done too late")),
            ),
            [
                (self._month(each.month, "MMMM y"), each.applications, each.objections, each.done, each.late)
                for each in months
            ],
            legend=tuple((key(place), name) for place, name in enumerate(names)),
        )

    def endings(self, found: Figures) -> Chart:
        """How cases ended in the twelve months."""
        counts = [
            (capital(self.words(columns.COUNTED[kind])), count) for kind, count in found.outcomes.items()
        ]
        return self._barred(
            self.say("How cases ended in twelve months"),
            (self.say("How"), self.say("Cases")),
            [(name, self._few(count)) for name, count in counts],
            [Bar(name, count or 0, str(self._few(count))) for name, count in counts],
            note=self._hidden(),
        )

    def participants(self, found: Figures) -> Chart:
        """Who takes part, by cooperative."""
        counts = [(self.cooperatives.get(code, code), count) for code, count in found.participants.items()]
        return self._barred(
            self.say("People taking part, by cooperative"),
            (self.say("Cooperative"), self.say("People")),
            [(name, self._few(count)) for name, count in counts],
            [Bar(name, count or 0, str(self._few(count))) for name, count in counts],
            note=self._hidden(),
        )

    def _barred(
        self,
        title: str,
        columns: tuple[str, ...],
        rows: Sequence[tuple[str | int, ...]],
        drawn: Sequence[Bar],
        note: str | None = None,
    ) -> Chart:
        told = "; ".join(f"{bar.label}: {bar.told}" for bar in drawn)
        return Chart(title, bars(title, told, drawn), columns, list(rows), note=note)

    def _month(self, name: str, pattern: str) -> str:
        return format_date(date.fromisoformat(f"{name}-01"), pattern, locale=self.language.value)

    def _few(self, count: int | None) -> str | int:
        return self.say("fewer than {few}, or left out", few=SMALLEST) if count is None else count

    def _hidden(self) -> str:
        return self.say(
            "Groups of fewer than {few} people are left out, and the next smallest where one could reckon them out.",
            few=SMALLEST,
        )
