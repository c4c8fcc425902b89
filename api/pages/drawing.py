"""Each figure as a chart with its table, in one language. What is left out says so, in the chart as in the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from markupsafe import Markup

from api import columns
from api.figures import FEW, Figures, Owed, Told
from api.languages import Language, translate
from api.pages.charts import Bar, Line, bars, key, lines
from api.pages.forms.words import capital
from domain.fact import Text
from domain.figures import OVERDUE, SMALLEST
from domain.money import euros
from domain.words import OWING, PHASES, ROLES, SPANS, STATUSES, in_language


@dataclass(frozen=True)
class Chart:
    """A chart, and the same as a table."""

    title: str
    drawn: Markup
    columns: tuple[str, ...]
    rows: list[tuple[str | int, ...]]
    legend: tuple[tuple[Markup, str], ...] = ()
    note: str | None = None
    names: int = 1
    """So many columns say of what the numbers in the others are."""

    @property
    def heads(self) -> list[tuple[str, str | None]]:
        """The columns, each with its kind."""
        return [(name, "number" if place >= self.names else None) for place, name in enumerate(self.columns)]


@dataclass(frozen=True)
class Drawing:
    """Somebody who draws in one language."""

    language: Language
    cooperatives: Mapping[str, str]

    def say(self, template: str, /, **facts: object) -> str:
        """A sentence of the catalogue."""
        return translate(template, self.language, **facts)

    def named(self, text: Text) -> str:
        """A name, as it stands at the head of a row."""
        return capital(in_language(text, self.language.value))

    def few(self, count: Told) -> str | int:
        """A number, or that it is left out."""
        return translate(FEW, self.language, few=SMALLEST) if count is None else count

    def amount(self, cents: Told) -> str:
        """An amount, or that it is left out."""
        return str(self.few(None)) if cents is None else in_language(euros(cents), self.language.value)

    def month(self, name: str, pattern: str) -> str:
        """A month by its number in the year, on one line."""
        named = format_date(date.fromisoformat(f"{name}-01"), pattern, locale=self.language.value)
        return named.replace(" ", "\N{NO-BREAK SPACE}")

    def barred(
        self,
        title: str,
        heads: Sequence[str],
        rows: Sequence[tuple[str | int, ...]],
        drawn: Sequence[Bar],
        note: str | None = None,
        names: int = 1,
    ) -> Chart:
        """A chart of bars."""
        told = "; ".join(f"{bar.label}: {bar.told}" for bar in drawn)
        return Chart(title, bars(title, told, drawn), tuple(heads), list(rows), note=note, names=names)

    def counted(
        self,
        title: str,
        heads: Sequence[str],
        counts: Sequence[tuple[str, Told, bool]],
        note: str | None = None,
    ) -> Chart:
        """A chart of numbers that each stand alone; with each whether it is of what is too late."""
        rows = [(name, self.few(count)) for name, count, _ in counts]
        drawn = [
            Bar(name, count, str(self.few(count)), part=count or 0 if is_late else 0)
            for name, count, is_late in counts
        ]
        return self.barred(title, heads, rows, drawn, note)


LATE = "Hatched is what is too late."


def charts(drawing: Drawing, found: Figures) -> list[Chart]:
    """All charts, in the order in which they are read."""
    return [
        draw(drawing, found)
        for draw in (phases, terms, in_and_out, backlog, exposed, workload, endings, participants)
    ]


def phases(drawing: Drawing, found: Figures) -> Chart:
    """Open cases by where they stand."""
    rows = [
        (drawing.named(PHASES[each.phase]), drawing.named(STATUSES[status]), count)
        for each in found.phases
        for status, count in each.by_status.items()
    ]
    return drawing.barred(
        drawing.say("Open cases by phase"),
        (drawing.say("Phase"), drawing.say("Status"), drawing.say("Cases")),
        [(phase, status, drawing.few(count)) for phase, status, count in rows],
        [
            Bar(f"{phase}: {status[:1].lower()}{status[1:]}", count, str(drawing.few(count)))
            for phase, status, count in rows
        ],
        names=2,
    )


def terms(drawing: Drawing, found: Figures) -> Chart:
    """Whether decisions keep their terms: those of the twelve months, and those that are open."""
    counts = [
        (drawing.say("Decided in time in twelve months"), found.terms.kept, False),
        (drawing.say("Decided too late in twelve months"), found.terms.late, True),
        (drawing.say("Open, to be decided later than in two weeks"), found.terms.later, False),
        (drawing.say("Open, to be decided within two weeks"), found.terms.at_risk, False),
        (drawing.say("Open, and overdue"), found.terms.overdue, True),
    ]
    return drawing.counted(
        drawing.say("Terms to decide"), (drawing.say("What"), drawing.say("Cases")), counts, drawing.say(LATE)
    )


def in_and_out(drawing: Drawing, found: Figures) -> Chart:
    """What came in and what was done, month by month."""
    months, title = found.months, drawing.say("In and out, by month")
    series = [
        Line(drawing.say("Applications"), tuple(month.applications for month in months)),
        Line(drawing.say("Objections"), tuple(month.objections for month in months)),
        Line(drawing.say("Done"), tuple(month.done for month in months)),
    ]
    told = drawing.say("{done} done in twelve months", done=drawing.few(found.terms.done))
    return Chart(
        title,
        lines(title, told, [drawing.month(each.month, "MMM yy") for each in months], series),
        (
            drawing.say("Month"),
            drawing.say("Applications"),
            drawing.say("Objections"),
            drawing.say("Done"),
            drawing.say("Done too late"),
        ),
        [
            (
                drawing.month(each.month, "MMM y"),
                *(drawing.few(count) for count in (each.applications, each.objections, each.done, each.late)),
            )
            for each in months
        ],
        legend=tuple((key(place), line.label) for place, line in enumerate(series)),
        note=drawing.say("Where a point is missing, the number is left out."),
    )


def backlog(drawing: Drawing, found: Figures) -> Chart:
    """Reassessments by how long ago they were due, and how soon they are."""
    spans = found.reassessments.by_span.items()
    counts = [(drawing.named(SPANS[span]), count, span in OVERDUE) for span, count in spans]
    return drawing.counted(
        drawing.say("Reassessments, late and to come"),
        (drawing.say("When"), drawing.say("Cases")),
        counts,
        drawing.say(LATE),
    )


def exposed(drawing: Drawing, found: Figures) -> Chart:
    """Penalty payments that are not settled: what is owed, what each day adds, and how far that can go."""
    rows = list(found.penalties.by_owing.items())
    return drawing.barred(
        drawing.say("Penalty payments, not settled"),
        (
            drawing.say("Where it stands"),
            drawing.say("Cases"),
            drawing.say("Added today"),
            drawing.say("Owed today"),
            drawing.say("If nobody decides"),
        ),
        [
            (
                drawing.named(OWING[owing]),
                drawing.few(owed.cases),
                *(drawing.amount(cents) for cents in (owed.day_cents, owed.owed_cents, owed.most_cents)),
            )
            for owing, owed in rows
        ]
        if found.penalties.cases != 0
        else [],
        [
            Bar(
                drawing.named(OWING[owing]),
                owed.most_cents,
                _told(drawing, owed),
                part=owed.owed_cents or 0,
            )
            for owing, owed in rows
        ],
        drawing.say("Hatched is what is owed today, and the whole bar what it comes to if nobody decides."),
    )


def _told(drawing: Drawing, owed: Owed) -> str:
    amount, more = drawing.amount(owed.owed_cents), drawing.amount(owed.day_cents)
    return (
        drawing.say("{amount}, of which {more} today", amount=amount, more=more) if owed.day_cents else amount
    )


def workload(drawing: Drawing, found: Figures) -> Chart:
    """Open tasks by role and holder."""
    loads = [
        (drawing.named(ROLES[load.role]), load.name or drawing.say("Nobody yet"), load)
        for load in found.workload
    ]
    return drawing.barred(
        drawing.say("Workload"),
        (
            drawing.say("Role"),
            drawing.say("Held by"),
            drawing.say("Tasks"),
            drawing.say("Overdue"),
            drawing.say("Resting"),
        ),
        [
            (role, holder, *(drawing.few(count) for count in (load.tasks, load.overdue, load.resting)))
            for role, holder, load in loads
        ],
        [
            Bar(
                f"{role}: {holder}",
                load.tasks,
                drawing.say("{tasks}, of which {overdue} overdue", tasks=load.tasks, overdue=load.overdue)
                if load.tasks and load.overdue
                else str(drawing.few(load.tasks)),
                part=load.overdue or 0 if load.tasks else 0,
            )
            for role, holder, load in loads
        ],
        drawing.say(LATE),
        names=2,
    )


def endings(drawing: Drawing, found: Figures) -> Chart:
    """How cases ended in the twelve months."""
    counts = [(drawing.named(columns.COUNTED[kind]), count, False) for kind, count in found.outcomes.items()]
    return drawing.counted(
        drawing.say("How cases ended in twelve months"), (drawing.say("How"), drawing.say("Cases")), counts
    )


def participants(drawing: Drawing, found: Figures) -> Chart:
    """Who takes part, by cooperative."""
    by_code, names = found.participants.items(), drawing.cooperatives
    counts = [(names.get(code, code), count, False) for code, count in by_code]
    return drawing.counted(
        drawing.say("People taking part, by cooperative"),
        (drawing.say("Cooperative"), drawing.say("People")),
        counts,
    )
