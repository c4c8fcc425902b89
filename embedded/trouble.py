"""What a person can mend, told in one sentence."""

from __future__ import annotations


class Trouble(Exception):
    """A sentence for the person at the keyboard: what is wrong, and how to mend it. Shown without a traceback."""
