"""A form as its reader sees it: each field with its words, what was typed, what is wrong and what can be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from api.languages import Language, translate
from api.pages.forms import values, words
from api.pages.forms.browsers import attributes, readable_day
from api.pages.forms.fields import KIND, Control, Field
from api.pages.forms.form import MOST_ENTRIES, Form, Typed, below, numbers_in, value_in
from api.pages.forms.reading import Wrong
from domain.fact import Text
from domain.words import in_language

FEW = 6
"""So many choices stand below each other; more fold out, and so does who is one of several, to be left out again."""

CHOOSE = "Choose"
NOT_CHOSEN = "None of these"
YES, NO = "Yes", "No"
ADD, ENTRY = "Add {one}", "{one} {number}"


@dataclass(frozen=True)
class Choice:
    """One of what can be chosen."""

    id: str
    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True)
class Shown:
    """One field as its reader sees it."""

    widget: str
    """How it looks: textbox, textarea, file, radio, select, checkboxes, group, entries or hidden."""
    name: str
    label: str = ""
    hint: str = ""
    wrong: tuple[str, ...] = ()
    is_required: bool = True
    is_alternative: bool = False
    value: str = ""
    choices: tuple[Choice, ...] = ()
    parts: tuple[Shown, ...] = ()
    """Of a group or of what was chosen; of several, one for each entry."""
    type: str = "text"
    """Of a textbox, as a browser knows it."""
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    add: str = ""
    """The words on the button for one more."""
    chooses: bool = False
    """What is asked next depends on the choice."""
    control: Control = Control.LINE

    @property
    def id(self) -> str:
        """Under which the page has it; the error summary leads to it."""
        return f"field-{self.name.replace('.', '-').replace('_', '-')}"

    @property
    def described_by(self) -> str:
        """The ids of what explains it, for who hears the page."""
        hint, wrong = [f"{self.id}-hint"] * bool(self.hint), [f"{self.id}-error"] * bool(self.wrong)
        return " ".join(hint + wrong)

    @property
    def is_placed(self) -> bool:
        """Whether it is the entry of one option, that is there from the beginning and stays."""
        return any(part.widget == "hidden" for part in self.parts)

    def all(self) -> list[Shown]:
        """The field itself and all in it, in the order of the page."""
        return [self, *(inner for part in self.parts for inner in part.all())]


@dataclass(frozen=True)
class ShownForm:
    """A whole form: its title, its fields and what is wrong with it."""

    kind: str
    title: str
    fields: tuple[Shown, ...]
    wrong: tuple[str, ...] = ()
    """With the form as a whole."""

    @property
    def takes_files(self) -> bool:
        """Whether a file can be chosen in it, which a browser sends otherwise than what is typed."""
        return any(each.widget == "file" for top in self.fields for each in top.all())

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """All that is wrong, in the order of the page: the id of the field and what to mend."""
        return [("", told) for told in self.wrong] + [
            (each.id, f"{entry}{each.label}{'' if each.label.endswith('?') else ':'} {told}")
            for shown in self.fields
            for entry, each in _with_entries(shown)
            for told in each.wrong
        ]


def _with_entries(shown: Shown, entry: str = "") -> Iterator[tuple[str, Shown]]:
    """A field and all in it, each with the name of the entry in which it stands: several may ask the same."""
    yield entry, shown
    for part in shown.parts:
        is_one_of_several = shown.widget == "entries" and part.parts
        yield from _with_entries(part, f"{part.label} – " if is_one_of_several else entry)


def shown(form: Form, typed: Typed, language: Language, wrong: Wrong | None = None) -> ShownForm:
    """The form with what was typed in it, and what is wrong with that."""
    teller = _Teller(form, typed, language, wrong or {})
    fields = teller.group(form.fields, "", "")
    told = {each.name for one in fields for each in one.all()}
    rest = [told_of for path, found in teller.wrong.items() if path not in told for told_of in found]
    title = in_language(words.title(form.kind), language.value)
    return ShownForm(form.kind, title, fields, tuple(rest))


class _Teller:
    """Puts one form into the words of one language."""

    def __init__(self, form: Form, typed: Typed, language: Language, wrong: Wrong) -> None:
        self.form = form
        self.typed = typed
        self.language = language
        self.wrong = wrong

    def group(self, fields: tuple[Field, ...], at: str, where: str) -> tuple[Shown, ...]:
        """The fields to fill in, except lists of the municipality that are empty."""
        found = (self._one(*each) for each in self.form.asked(fields, at, where))
        return tuple(
            each for each in found if each.is_required or each.widget != "checkboxes" or each.choices
        )

    def _one(self, asked: Field, path: str, where: str) -> Shown:  # noqa: PLR0911 - one for each kind
        label = words.label(asked.owner, asked.name)
        told = Shown(
            "textbox",
            path,
            label=self._in(label.text),
            hint=" ".join(
                self._in(each) for each in (label.hint, self.form.supplied.hints.get(where)) if each
            ),
            wrong=self.wrong.get(path, ()),
            is_required=self._is_required(asked, where),
            is_alternative=label.is_alternative,
            value=value_in(self.typed, path),
            attributes=attributes(asked),
            control=asked.control,
        )
        match asked.control:
            case Control.GROUP:
                return replace(told, widget="group", parts=self.group(asked.fields, path, where))
            case Control.ENTRIES:
                return self._several(asked, told, path, where)
            case Control.VARIANT:
                return self._variant(asked, told, path, where)
            case Control.PROSE:
                return replace(told, widget="textarea")
            case Control.FILE:
                return replace(told, widget="file")
            case Control.DAY:
                return _of_a_kind(told, "date", readable_day(told.value))
            case Control.MOMENT:
                moment = values.moment_in(told.value)
                local = values.local_moment(moment) if isinstance(moment, datetime) else ""
                return _of_a_kind(told, "datetime-local", local)
            case Control.ONE_OF | Control.YES_NO | Control.SEVERAL_OF:
                return self._choosing(asked, told, label, where)
            case _ if self.form.supplied.options.get(where):  # kept by a number, or by the id of a person
                return self._choosing(asked, told, label, where)
            case _:
                return told

    def _is_required(self, asked: Field, where: str) -> bool:
        is_list = asked.control in {Control.ENTRIES, Control.SEVERAL_OF}
        rows = self.form.supplied.rows.get(where)
        is_needed = asked.is_judged or where in self.form.supplied.needed
        is_needed |= rows is not None and rows.is_each_needed
        return is_needed or (asked.is_required and not (is_list and not asked.least))

    def _choosing(self, asked: Field, told: Shown, label: words.Label, where: str) -> Shown:
        offered = self._offered(asked, where)
        if offered is None:
            return told  # a code of a list that nobody gave: typed as it is
        chosen = self.typed.get(told.name, ()) if asked.control is Control.SEVERAL_OF else (told.value,)
        is_one = asked.control is not Control.SEVERAL_OF and asked.default is None
        if is_one and (asked.is_judged or not told.is_required):
            none = self._in(label.none) if label.none else translate(NOT_CHOSEN, self.language)
            offered = [(values.NONE if asked.is_judged else "", none), *offered]
        choices = _choices(told, offered, chosen)
        if asked.control is Control.SEVERAL_OF:
            return replace(told, widget="checkboxes", choices=choices)
        if len(choices) > FEW or (told.name != where and asked.control is Control.LINE):
            if choices[0].value:
                choose = translate(CHOOSE, self.language)
                choices = (Choice("", "", choose, not told.value), *choices)
            return replace(told, widget="select", choices=choices)
        return replace(told, widget="radio", choices=choices)

    def _offered(self, asked: Field, where: str) -> list[tuple[str, str]] | None:
        if asked.control is Control.YES_NO:
            return [(values.YES, translate(YES, self.language)), (values.NO, translate(NO, self.language))]
        if (options := self.form.supplied.options.get(where)) is not None:
            return [(each.value, self._in(each.text)) for each in options]
        if asked.choices is not None:
            return [(value, self._in(words.value(asked.choices, value))) for value in asked.offered]
        return [] if asked.control is Control.SEVERAL_OF else None

    def _variant(self, asked: Field, told: Shown, path: str, where: str) -> Shown:
        chosen = self.form.variant(asked, self.typed, path, where)
        parts = self.group(asked.variants[chosen], path, where) if chosen else ()
        if self.form.asks(below(where, KIND)):
            label = words.label(asked.owner, KIND)
            name = below(path, KIND)
            which = Shown(
                "radio", name, label=self._in(label.text), wrong=self.wrong.get(name, ()), chooses=True
            )
            only = self.form.supplied.options.get(below(where, KIND))
            kinds = [each.value for each in only] if only else asked.variants
            offered = [(kind, self._in(words.title(kind))) for kind in kinds]
            parts = (replace(which, choices=_choices(which, offered, (chosen,))), *parts)
        return replace(told, widget="group", parts=parts)

    def _several(self, asked: Field, told: Shown, path: str, where: str) -> Shown:
        assert asked.entry is not None
        rows = self.form.supplied.rows.get(where)
        is_open = rows is None or rows.among is not None
        numbers = numbers_in(self.typed, path) or ([0] if is_open else [])
        one = words.label(asked.owner, asked.name).one
        called = words.capital(self._in(one)) if one else ""
        parts = tuple(
            self._entry(
                asked.entry,
                below(path, number),
                where,
                translate(ENTRY, self.language, one=called, number=place),
                by=rows.by if rows and self.form.is_placed(self.typed, path, where, number) else "",
            )
            for place, number in enumerate(numbers, start=1)
        )
        most = asked.most if isinstance(asked.most, int) else MOST_ENTRIES
        can_grow = is_open and len(numbers) < most
        add = translate(ADD, self.language, one=called.lower()) if can_grow else ""
        return replace(told, widget="entries", parts=parts, add=words.capital(add))

    def _entry(self, entry: Field, path: str, where: str, legend: str, *, by: str) -> Shown:
        """One of several; of an option that has its own place, `by` is the field that is not chosen any more."""
        if entry.control is not Control.GROUP:
            return replace(self._one(entry, path, where), label=legend, hint="", is_required=False)
        parts = self.group(entry.fields, path, where)
        if by:
            options = self.form.supplied.options[below(where, by)]
            fixed = value_in(self.typed, below(path, by))
            legend = next((self._in(each.text) for each in options if each.value == fixed), legend)
            parts = tuple(
                replace(each, widget="hidden", value=fixed) if each.name == below(path, by) else each
                for each in parts
            )
        return Shown(
            "group", path, label=legend, wrong=self.wrong.get(path, ()), parts=parts, control=Control.GROUP
        )

    def _in(self, text: Text) -> str:
        return in_language(text, self.language.value)


def _choices(told: Shown, offered: list[tuple[str, str]], chosen: tuple[str, ...]) -> tuple[Choice, ...]:
    """The first has the id of the field, since a link to the field must lead to something that takes the focus."""
    return tuple(
        Choice(f"{told.id}-{number}" if number else told.id, value, text, value in chosen)
        for number, (value, text) in enumerate(offered)
    )


def _of_a_kind(told: Shown, kind: str, readable: str) -> Shown:
    """A browser's own field shows nothing of what it cannot read, and what was typed must be shown again."""
    if told.value.strip() and not readable:
        return told
    return replace(told, value=readable, type=kind)
