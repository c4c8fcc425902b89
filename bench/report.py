"""What came of it, as a table for people and as JSON for machines."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from statistics import fmean, median
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.case import STEPS
from bench.flows import BareTemporal, Meedoen
from bench.meter import PROCESSES
from bench.rounds import Block

MEASURES: dict[str, Callable[[Block], float]] = {
    "cases/s": lambda block: block.rate,
    "cases/s, letters included": lambda block: block.cases / (block.seconds + block.afterwards),
    "step p50, ms": lambda block: block.p50 * 1000,
    "step p95, ms": lambda block: block.p95 * 1000,
    "history events a case": lambda block: block.events,
    "history events a step": lambda block: block.events_a_step,
    "PostgreSQL, KB a case": lambda block: block.used.postgres_bytes / block.cases / 1000,
    "Temporal's store, KB a case": lambda block: block.used.temporal_bytes / block.cases / 1000,
    "CPU while they act, ms a case": lambda block: sum(block.used_acting.cpu.values()) * 1000 / block.cases,
    "CPU, ms a case": lambda block: sum(block.used.cpu.values()) * 1000 / block.cases,
    **{
        f"CPU of {name}, ms a case": lambda block, name=name: block.used.cpu[name] * 1000 / block.cases
        for name in PROCESSES
    },
}
AVERAGED = tuple(name for name in MEASURES if name.endswith("a case"))
"""What moves in large pieces: the mean of the rounds says more than their median."""

OURS, BARE = Meedoen.name, BareTemporal.name

TARGETS = {"cases/s": 0.7, "step p95, ms": 1.5}
"""What Meedoen is held to: at least so much of the bare flow's throughput, at most so much of its p95."""

COMPARED = tuple(name for name in MEASURES if not name.startswith(("CPU of", "PostgreSQL")))
"""What both flows have."""


def summary(blocks: Sequence[Block], memory: dict[str, int]) -> dict[str, Any]:
    """Everything that a later run may be compared with."""
    return {
        "machine": {
            "cores": os.cpu_count(),
            "system": platform.platform(),
            "python": platform.python_version(),
        },
        "steps": STEPS,
        "clients": {str(many): _level(blocks, many) for many in sorted({b.clients for b in blocks})},
        "memory": memory,
    }


def show(console: Console, found: dict[str, Any]) -> None:
    """Print it."""
    for many, level in found["clients"].items():
        title = f"{many} client{'s' if many != '1' else ''}, {level['cases']} cases a round"
        table = Table(title=title, title_justify="left")
        for head in ("", "Meedoen", "bare Temporal", "ratio", "in each round"):
            table.add_column(head, justify="right" if head else "left", no_wrap=True)
        for name in MEASURES:
            row = level["measures"][name]
            ratio = f"{row['ratio']:.2f}" if name in COMPARED else ""
            each = " ".join(f"{one:.2f}" for one in row["ratios"]) if name in TARGETS else ""
            table.add_row(name, f"{row[OURS]:.1f}", f"{row[BARE]:.1f}", ratio, each)
        console.print(table)
    console.print(
        "Memory: " + ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in found["memory"].items())
    )
    console.print(
        f"A case is {', '.join(STEPS)}: {len(STEPS)} acts of people, each an update with a local activity, in both"
        " flows, which both start afresh at the reassessment. Refuse, reverse, report and react make that due today"
        " instead of in months. The letters and mails of the case give way to acts: they are made and sent once nobody"
        " acts for a second, or half a minute has passed. What is left of them after the last act is not part of the"
        " cases/s and of the CPU while they act, but of those with letters included, and of the CPU. The bare flow is"
        " Temporal's SDK as it comes, with its defaults; Meedoen's worker is tuned, and has a runner and a converter of"
        " its own (docs/decisions/0012, 0048)."
    )


def _level(blocks: Sequence[Block], many: int) -> dict[str, Any]:
    ours, bare = ([b for b in blocks if b.clients == many and b.flow == name] for name in (OURS, BARE))
    return {
        "cases": ours[0].cases,
        "rounds": len(ours),
        "measures": {name: _measure(name, ours, bare) for name in MEASURES},
    }


def _measure(name: str, ours: Sequence[Block], bare: Sequence[Block]) -> dict[str, Any]:
    middle = fmean if name in AVERAGED else median
    figures = [[MEASURES[name](each) for each in blocks] for blocks in (ours, bare)]
    ratios = [mine / other if other else 0.0 for mine, other in zip(*figures, strict=True)]
    return {
        OURS: middle(figures[0]),
        BARE: middle(figures[1]),
        "ratio": median(ratios),
        "ratios": ratios,
        "rounds": figures,
    }
