"""What of a form that is half filled is kept on the server."""

from __future__ import annotations

from api.pages.forms.fields import KIND, Control
from api.pages.forms.filling import at_first
from api.pages.forms.form import Form, Typed


def for_a_draft(form: Form, typed: Typed) -> dict[str, list[str]]:
    """What was typed in the fields of this form: no button, no token, and no BSN.

    A BSN is left out, so that it stands nowhere but in the case itself; who goes on with a draft types it again. What
    somebody puts into a free text is kept as it is, for that person alone and for 30 days at most. Fields that were
    emptied are kept as empty, so that a form goes on from its draft alone. Of a form in which nothing stands but what
    it began with, nothing is kept: who only looked at it finds no draft afterwards.
    """
    fields = [each for top in form.fields for each in top.all()]
    known = {each.name for each in fields if each.control is not Control.BSN}
    kept = {name: list(values) for name, values in typed.items() if _is_of(name, known)}
    first = at_first(form)
    changed = any(_said(typed, name) != _said(first, name) for name in {*kept, *first})
    return kept if changed else {}


def _said(typed: Typed, name: str) -> list[str]:
    return [value.strip() for value in typed.get(name, ()) if value.strip()]


def _is_of(name: str, known: set[str]) -> bool:
    """Whether it is the path of one of these fields, entries with their numbers included."""
    first, *rest = name.split(".")
    return first in known and all(part in known or part == KIND or part.isdecimal() for part in rest)
