"""What is wrong with a request, told part by part: pydantic's findings in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from pydantic import Field
from pydantic.alias_generators import to_camel, to_snake
from pydantic_core import PydanticKnownError

from api.languages import Language, catalogue, template_of, translate
from api.wire import Wire

NOT_JSON = "This is not valid JSON: it breaks off or goes wrong at character {position}."


NO_KIND = {"union_tag_invalid", "union_tag_not_found"}
"""What does not say which of several things it is."""
LACKING = {"missing", "union_tag_not_found"}
"""What is wrong with a field that was not sent at all."""


class Mistake(Wire):
    """One part of the request that must be mended."""

    place: str = Field(serialization_alias="in")
    """Where: body, query, path or header."""
    location: str
    """Which part: a JSON pointer into the body, else the name of the parameter."""
    detail: str
    code: str
    """What is wrong, for programs."""


def mistakes(errors: Iterable[Mapping[str, Any]], body: Any, language: Language) -> list[Mistake]:
    """All findings of a validation together, each with its place as the client wrote it."""
    found = list(errors)
    return [_mistake(error, body, language) for error in found if not _counts_what_is_wrong(error, found)]


def mistake_in(field: str, detail: str, code: str) -> Mistake:
    """A mistake in a field of the body, named as the domain names it: `findings.2.reason`."""
    parts = [to_camel(part) for part in re.split(r"[./]", field) if part]
    return Mistake(place="body", location=_pointer(parts), detail=detail, code=code)


def _counts_what_is_wrong(error: Mapping[str, Any], found: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a list is too short only since pydantic leaves out the entries in which something is wrong."""
    place = tuple(error["loc"])
    within = (each for each in found if len(each["loc"]) > len(place))
    return error["type"] == "too_short" and any(each["loc"][: len(place)] == place for each in within)


def _mistake(error: Mapping[str, Any], body: Any, language: Language) -> Mistake:
    place, *path = error["loc"]
    code: str = error["type"]
    if code == "json_invalid":
        position = path[0] if path else 0
        return Mistake(
            place="body", location="", detail=translate(NOT_JSON, language, position=position), code=code
        )
    context: Mapping[str, Any] = error.get("ctx") or {}
    detail = _sentence(code, error["msg"], context, language)
    if "field" in context:  # several parts contradict each other; it names the one to mend
        path.append(context["field"])
    if code in NO_KIND:
        path.append(str(context["discriminator"]).strip("'"))
    if place == "body":
        return Mistake(place="body", location=_pointer(_as_sent(path, body, code)), detail=detail, code=code)
    return Mistake(place=str(place), location=".".join(str(part) for part in path), detail=detail, code=code)


def _sentence(code: str, message: str, context: Mapping[str, Any], language: Language) -> str:
    facts = dict(context)
    try:
        template = PydanticKnownError(code, facts or None).message_template  # pyright: ignore[reportArgumentType]
    except (KeyError, TypeError):
        template = template_of(message, facts)
    if message in catalogue(language):  # a form that has a sentence of its own
        template = message
    if template is None:
        return message
    counted = facts.get(
        "min_length", facts.get("max_length", facts.get("decimal_places", facts.get("max_digits")))
    )
    facts["expected_plural"] = "" if counted == 1 else "s"
    if "expected" in facts:
        facts["expected"] = str(facts["expected"]).replace("' or '", f"' {translate('or', language)} '")
    return translate(template, language, **facts)


def _as_sent(path: Sequence[str | int], body: Any, code: str) -> list[str | int]:
    """The path without what pydantic adds to it: the tags and branches of unions, which the client never wrote."""
    sent: list[str | int] = []
    here: Any = body
    tag_seen = False
    for number, part in enumerate(path, start=1):
        is_last = number == len(path)
        if isinstance(here, dict):
            fields = cast("dict[str, Any]", here)
            key = next((name for name in (str(part), to_snake(str(part))) if name in fields), None)
            is_tag = not tag_seen and fields.get("kind") == part
            if not is_tag and (key is not None or (is_last and code in LACKING)):
                sent.append(part if key is None else key)
                here, tag_seen = fields.get(key) if key is not None else None, False
            else:
                tag_seen = True
        elif isinstance(here, list) and isinstance(part, int):
            entries = cast("list[Any]", here)
            sent.append(part)
            here, tag_seen = entries[part] if part < len(entries) else None, False
    return sent


def _pointer(parts: Sequence[str | int]) -> str:
    """A JSON pointer. RFC 6901."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)
