"""The chance by which the machines go: the same at each run, whatever else the process did before."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, settings, strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider


class Unread(HypothesisProvider):
    """Draws as hypothesis does, but no numbers that it read in the source of the modules that happen to be loaded.

    Where they are loaded differs with the tests that ran before. And a number out of the source means nothing here: all
    that is drawn is seeds and places in lists.
    """

    def _maybe_draw_constant(self, *_: Any, **__: Any) -> None:
        return None


AVAILABLE_PROVIDERS["unread"] = Unread

OFTEN = settings(
    backend="unread",
    max_examples=10,
    stateful_step_count=50,
    derandomize=True,
    database=None,
    deadline=None,
    verbosity=Verbosity.quiet,
    phases=(Phase.generate,),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.large_base_example,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
"""From each situation so many lives of fifty steps, ten where nothing else is said."""

ON_REAL_PARTS = settings(OFTEN, max_examples=10)
"""Few, since each step takes a quarter of a second; they are the same each time too."""

CHANCE = st.randoms(use_true_random=True)
