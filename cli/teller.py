"""Tells what happens in a case, line by line, as it happens."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from rich.console import Console

from cli.telling import lines_of_a_timeline, moment, what
from domain.basis import basis
from domain.case import Case, Entry
from domain.narration import told
from domain.policy import Policy
from domain.words import STATUSES, Language, in_language


class Teller:
    """Prints each act once, and how much time passed between two."""

    def __init__(self, console: Console, language: Language, policy: Policy) -> None:
        self._console = console
        self._language: Language = language
        self._policy = policy
        self._last: date | None = None

    def __call__(self, entry: Entry) -> None:
        """Tell one act."""
        if self._last is not None and (days := (entry.on - self._last).days) > 1:
            self._console.print(f"  ··· {days} {'dagen' if self._language == 'nl' else 'days'}", style="dim")
        self._last = entry.on
        lines = lines_of_a_timeline()
        sentence = told(entry, self._language, self._policy)
        lines.add_row(
            moment(entry.at, self._language), what(entry.actor.name, sentence, basis(entry.act, entry.on))
        )
        self._console.print(lines)

    def sum_up(self, case: Case, seconds: float) -> None:
        """Tell how it ended, and how fast."""
        days = (case.entries[-1].on - case.entries[0].on).days
        status = in_language(STATUSES[case.status], self._language)
        longest = max((after.on - before.on).days for before, after in pairwise(case.entries))
        self._console.print(
            f"\n{case.number} {status}: {case.version} acts over {days} days (the longest wait {longest}),"
            f" in {seconds:.0f} seconds."
            if self._language == "en"
            else f"\n{case.number} {status}: {case.version} handelingen in {days} dagen"
            f" (langst gewacht: {longest}), in {seconds:.0f} seconden."
        )
