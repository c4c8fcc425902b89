"""From an act to what stands in its form; and a form of which the entries change before it is sent."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from api.pages.forms import values
from api.pages.forms.fields import KIND, Control, Field
from api.pages.forms.form import MOST_ENTRIES, Form, Typed, below, entries_of, numbers_in, value_in

ADD, REMOVE, CHOOSE, DETACH = "add", "remove", "choose", "detach"
"""The buttons that change a form and send nothing: their value is the path of what they change."""


def filled(form: Form, act: BaseModel) -> dict[str, tuple[str, ...]]:
    """What somebody would have typed to say this."""
    typed: dict[str, tuple[str, ...]] = {}
    _fill(form, form.fields, act, "", "", typed)
    return typed


def at_first(form: Form) -> dict[str, tuple[str, ...]]:
    """What stands in the form before anything is typed: what the model says when nobody does, and what is known."""
    typed: dict[str, tuple[str, ...]] = {}
    for each, path, where in form.asked(form.fields, "", ""):
        if each.default is not None and not isinstance(each.default, tuple):
            typed[path] = (values.written(each.default),)
        rows = form.supplied.rows.get(where)
        if rows:
            codes = [option.value for option in form.supplied.options[below(where, rows.by)]]
            placed = codes if rows.among is None else rows.among
            typed |= {f"{path}.{n}.{rows.by}": (code,) for n, code in enumerate(placed)}
    return typed | dict(form.supplied.filled)


def _fill(
    form: Form, fields: tuple[Field, ...], said: BaseModel, at: str, where: str, typed: dict[str, Any]
) -> None:
    for each, path, place in form.asked(fields, at, where):
        value = getattr(said, each.name)
        if value is None and each.is_judged:
            typed[path] = (values.NONE,)
        elif value is not None:
            _fill_one(form, each, value, path, place, typed)


def _fill_one(form: Form, each: Field, value: Any, path: str, where: str, typed: dict[str, Any]) -> None:
    match each.control:
        case Control.GROUP:
            _fill(form, each.fields, value, path, where, typed)
        case Control.VARIANT:
            if form.asks(below(where, KIND)):
                typed[below(path, KIND)] = (value.kind,)
            _fill(form, each.variants[value.kind], value, path, where, typed)
        case Control.ENTRIES:
            assert each.entry is not None
            for number, inner in enumerate(value):
                _fill_one(form, each.entry, inner, below(path, number), where, typed)
        case Control.SEVERAL_OF:
            typed[path] = tuple(values.written(inner) for inner in value)
        case Control.EUROS:
            typed[path] = (values.euros_of(value),)
        case _:
            typed[path] = (values.written(value),)


def reshaped(form: Form, typed: Typed) -> Typed | None:
    """The form with one entry more or less, when a button asked for that; none when it was sent to be read."""
    rest = {name: given for name, given in typed.items() if name not in (ADD, REMOVE, CHOOSE, DETACH)}
    if rest.keys() == typed.keys():
        return None
    added, (removed, _, number) = value_in(typed, ADD), value_in(typed, REMOVE).rpartition(".")
    if entries_at(form, rest, added):
        return _with_another(rest, added)
    if number.isdecimal() and entries_at(form, rest, removed):
        return _without(rest, removed, int(number))
    return {name: given for name, given in rest.items() if name != value_in(typed, DETACH)}


def entries_at(form: Form, typed: Typed, path: str) -> Field | None:
    """The field of which there can be several at that path."""
    at, where, fields, found = "", "", form.fields, None
    for part in path.split("."):
        if found and entries_of(found):
            found = found.entry
            at = below(at, part)
        else:
            found = next((each for each in fields if each.name == part), None)
            at, where = below(at, part), below(where, part)
        if found is None or not form.asks(where):
            return None
        variant = form.variant(found, typed, at, where)
        fields = found.variants.get(variant, ()) or found.fields
    return found if found and entries_of(found) else None


def _with_another(typed: Typed, path: str) -> Typed:
    numbers = numbers_in(typed, path)
    if len(numbers) >= MOST_ENTRIES:
        return typed
    first = 1 if not numbers else max(numbers) + 1
    more = {below(path, 0): ("",)} if not numbers else {}
    return {**typed, **more, below(path, first): ("",)}


def _without(typed: Typed, path: str, number: int) -> Typed:
    """Those behind it move up."""
    gone = below(path, number)
    kept = {n: v for n, v in typed.items() if n != gone and not n.startswith(f"{gone}.")}
    moved: dict[str, tuple[str, ...]] = {}
    order = {old: new for new, old in enumerate(numbers_in(kept, path))}
    for name, given in kept.items():
        head, _, tail = name.removeprefix(f"{path}.").partition(".")
        is_entry = name.startswith(f"{path}.") and head.isdecimal() and int(head) in order
        to = f"{below(path, order[int(head)])}{'.' if tail else ''}{tail}" if is_entry else name
        moved[to] = given
    return moved
