"""What of a form that is half filled is kept on the server."""

from __future__ import annotations

from api.pages.forms.fields import KIND, Control
from api.pages.forms.form import Form, Typed


def for_a_draft(form: Form, typed: Typed) -> dict[str, list[str]]:
    """What was typed in the fields of this form: no button, no token, and no BSN.

    A BSN is left out, so that it stands nowhere but in the case itself; who goes on with a draft types it again. What
    somebody puts into a free text is kept as it is, for that person alone and for 30 days at most. Fields that were
    emptied are kept as empty, so that a form goes on from its draft alone; of an empty one nothing is kept.
    """
    fields = [each for top in form.fields for each in top.all()]
    known = {each.name for each in fields if each.control is not Control.BSN}
    kept = {name: list(values) for name, values in typed.items() if _is_of(name, known)}
    return kept if any(value.strip() for values in kept.values() for value in values) else {}


def _is_of(name: str, known: set[str]) -> bool:
    """Whether it is the path of one of these fields, entries with their numbers included."""
    first, *rest = name.split(".")
    return first in known and all(part in known or part == KIND or part.isdecimal() for part in rest)
