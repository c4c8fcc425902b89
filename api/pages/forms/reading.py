"""From what was typed to the act, or to what is wrong with it, field by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.alias_generators import to_snake

from api.invalid import Mistake, mistake_in, mistakes
from api.languages import Language, translate
from api.pages.forms import values
from api.pages.forms.fields import KIND, Control, Field
from api.pages.forms.filling import entries_at
from api.pages.forms.form import Form, Typed, below, is_blank, numbers_in, value_in
from domain import acts
from domain.errors import CaseError
from domain.money import euros
from domain.words import in_language

Wrong = dict[str, tuple[str, ...]]
"""What is wrong, by the path of the field; of the form as a whole under an empty path."""

LEFT_OPEN = "Field required"
"""As the model says of what it cannot do without."""
AN_ANSWER = "Answer at least one question."
AN_AMOUNT = "Write an amount in euros, such as 1,234.50"
A_DOCUMENT = "Choose a file, or write what the paper is called"

MENDED_AT = {
    "name_missing": ("objector_name",),
    "one_of_two": ("reaction",),
    "not_both": ("declined_because",),
    "somebody_heard": ("staff", "heard_by"),
    "says_nothing": ("activities",),
    "not_nothing": ("nothing_done_because",),
    "amount_or_ground": ("none_because",),
    "weeks_or_until": ("weeks",),
    "person_and_name": ("person",),
    "amount_and_maximum": ("most_cents",),
}
"""What a model finds wrong with several of its fields together, and the field to mend it in."""


@dataclass(frozen=True)
class Filled:
    """What was filled in: the act, or what is wrong."""

    act: BaseModel | None
    wrong: Wrong = field(default_factory=dict[str, "tuple[str, ...]"])


def read(form: Form, typed: Typed, language: Language) -> Filled:
    """The act that was filled in, by the same model and in the same words as the API."""
    reading = _Reading(form, typed)
    data = reading.group(form.fields, "", "")
    wrong: Wrong = {path: (translate(LEFT_OPEN, language),) for path in reading.left_open}
    try:
        act = form.model.model_validate(data)
    except ValidationError as error:
        found = [_in_euros(each, form, language) for each in error.errors(include_url=False)]
        told = mistakes(({**each, "loc": ("body", *each["loc"])} for each in found), data, language)
    else:
        return Filled(None, wrong) if wrong else Filled(act)
    for mistake in told:
        path = reading.field_of(mistake)
        other = reading.instead(mistake, path)
        wrong[path] = (*wrong.get(path, ()), translate(other, language) if other else mistake.detail)
    return Filled(None, wrong)


def refused(form: Form, typed: Typed, refusal: CaseError, language: Language) -> Wrong:
    """What a refusal of the domain says, at the field that it names."""
    detail = translate(refusal.template, language, **refusal.facts)
    if refusal.field is None:
        return {"": (detail,)}
    reading = _Reading(form, typed)
    reading.group(form.fields, "", "")
    return {reading.field_of(mistake_in(refusal.field, detail, "")): (detail,)}


class _Reading:
    """One form as it is read; entries that were left empty are left out, so it remembers which ones it kept."""

    def __init__(self, form: Form, typed: Typed) -> None:
        self.form = form
        self.typed = typed
        self.kept: dict[str, list[int]] = {}
        self.unread: set[str] = set()
        self.left_open: list[str] = []

    def group(self, fields: tuple[Field, ...], at: str, where: str) -> dict[str, Any]:
        """The fields that were filled in, and what is supplied."""
        supplied, data = self.form.supplied, dict[str, Any]()
        for each, path, place in self.form.asked(fields, at, where):
            value = self._value(each, path, place)
            if value is not None:
                data[each.name] = value
            elif place in supplied.needed or (each.is_judged and not value_in(self.typed, path).strip()):
                self.left_open.append(path)
        for each in fields:
            place = below(where, each.name)
            if place in supplied.values:
                data[each.name] = supplied.values[place]
            elif place in supplied.follows:
                source, known = supplied.follows[place]
                if (chosen := value_in(self.typed, below(at, source.rpartition(".")[2]))) in known:
                    data[each.name] = known[chosen]
        return data

    def _value(self, asked: Field, path: str, where: str) -> Any:
        match asked.control:
            case Control.GROUP:
                left_out = not (asked.is_required or where in self.form.supplied.needed)
                if left_out and is_blank(self.typed, path):
                    return None
                return self.group(asked.fields, path, where)
            case Control.ENTRIES:
                return self._entries(asked, path, where)
            case Control.SEVERAL_OF:
                return [value for each in self.typed.get(path, ()) if (value := each.strip())]
            case Control.VARIANT:
                kind = self.form.variant(asked, self.typed, path, where)
                nothing: dict[str, Any] | None = {} if asked.is_required else None
                return {KIND: kind} | self.group(asked.variants[kind], path, where) if kind else nothing
            case _:
                text = value_in(self.typed, path)
                is_none = not text.strip() or (asked.is_judged and text == values.NONE)
                return None if is_none else self._single(asked, text, path)

    def _entries(self, asked: Field, path: str, where: str) -> list[Any]:
        assert asked.entry is not None
        rows = self.form.supplied.rows.get(where)
        found, kept = list[Any](), self.kept.setdefault(path, [])
        for number in numbers_in(self.typed, path):
            at = below(path, number)
            fixed = (
                below(at, rows.by) if rows and self.form.is_placed(self.typed, path, where, number) else ""
            )
            if is_blank(self.typed, at, but=fixed) and not (rows and rows.is_each_needed):
                continue
            kept.append(number)
            found.append(self._value(asked.entry, at, where))
        return found

    def _single(self, asked: Field, text: str, path: str) -> Any:  # noqa: PLR0911 - one for each kind
        match asked.control:
            case Control.DAY:
                return values.day_in(text)
            case Control.MOMENT:
                return values.moment_in(text)
            case Control.NUMBER:
                return values.number_in(text)
            case Control.YES_NO:
                return {values.YES: True, values.NO: False}.get(text.strip(), values.UNREADABLE)
            case Control.BSN:
                return values.digits_in(text)
            case Control.ONE_OF:
                return text.strip()
            case Control.EUROS:
                cents = values.cents_in(text)
                if cents is None:
                    self.unread.add(path)
                return values.UNREADABLE if cents is None else cents
            case _:
                return text

    def instead(self, mistake: Mistake, path: str) -> str:
        """What is told instead of what the model says, which knows of lists and numbers alone; mostly nothing."""
        if path in self.unread:
            return AN_AMOUNT
        if self.lacks_it(mistake, path):
            return A_DOCUMENT
        is_unanswered = self.form.model is acts.QuestionAnswered and path == "answers"
        return AN_ANSWER if is_unanswered and mistake.code == "too_short" else ""

    def lacks_it(self, mistake: Mistake, path: str) -> bool:
        """Whether a document has no name, which a file would have given it, or there is no document at all."""
        if mistake.code == "missing":
            return path.endswith(".title") and self.form.is_file(f"{path.rpartition('.')[0]}.file")
        several = entries_at(self.form, self.typed, path) if mistake.code == "too_short" else None
        return bool(several and several.entry) and self.form.is_file(f"{path}.0.file")

    def field_of(self, mistake: Mistake) -> str:
        """The path, as it stands in the form, of the field where something is to be mended."""
        parts = [to_snake(part) for part in mistake.location.split("/") if part]
        at, where, fields = "", "", self.form.fields
        while parts:
            name = parts.pop(0)
            found = next((each for each in fields if each.name == name), None)
            if found is None or not self.form.asks(below(where, name)):
                return at
            at, where = below(at, name), below(where, name)
            if found.control is Control.ENTRIES:
                number = parts.pop(0) if parts else ""
                kept = self.kept.get(at, [])
                if not number.isdecimal() or int(number) >= len(kept):
                    return at
                at, found = below(at, kept[int(number)]), found.entry or found
            if found.control is Control.VARIANT:
                kind = self.form.variant(found, self.typed, at, where)
                fields = found.variants.get(kind, ())
            elif found.control is Control.GROUP:
                fields = found.fields
            else:
                return at
        candidates = MENDED_AT.get(mistake.code, ())
        mended = next((each.name for each in fields if each.name in candidates), None)
        return below(at, mended) if mended and self.form.asks(below(where, mended)) else at


def _in_euros(error: Any, form: Form, language: Language) -> Any:
    """A limit of an amount in euros, as the amount is typed."""
    name = to_snake(str(error["loc"][-1])) if error["loc"] else ""
    is_money = any(
        each.name == name and each.control is Control.EUROS for f in form.fields for each in f.all()
    )
    limits = error.get("ctx", {})
    if not is_money or not limits.keys() & {"ge", "le"}:
        return error
    told = {side: in_language(euros(limit), language.value) for side, limit in limits.items()}
    return {**error, "ctx": told}
