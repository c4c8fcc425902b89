"""Why an act is refused, in words that the person who tried it understands."""

from __future__ import annotations

from datetime import date
from typing import cast

from domain.fact import Text


class CaseError(Exception):
    """A refusal: a sentence with its facts kept apart, so that it can be told in the reader's language.

    `template` is the English sentence with `{names}`; `facts` fills them. What is refused changes nothing. A fact in
    two languages, such as a title in the policy, is told in the reader's.
    """

    field: str | None = None
    """The part of the act to mend, when it is one."""

    def __init__(self, template: str, **facts: object) -> None:
        self.template = template
        self.facts = {name: _kept(value) for name, value in facts.items()}
        in_english = {
            name: value if isinstance(value, str) else value["en"] for name, value in self.facts.items()
        }
        super().__init__(template.format(**in_english))


def _kept(fact: object) -> str | dict[str, str]:
    """A fact as it travels; one in two languages comes back as it went."""
    if isinstance(fact, Text):
        return {"nl": fact.nl, "en": fact.en}
    if isinstance(fact, date):  # a moment too, of which the plain words are no ISO 8601
        return fact.isoformat()
    return cast("dict[str, str]", fact) if isinstance(fact, dict) else str(fact)


class NotPermitted(CaseError):
    """The person may not do this: the role, four eyes or the mandate."""


class NotTheSame(NotPermitted):
    """Another person has to do this: the separation of duties, such as four eyes."""


class NotYours(NotPermitted):
    """Somebody else's case: whoever tries is not to learn that it is there."""


class NotRepresented(NotPermitted):
    """An application for a resident of another cooperative: there is no case yet that could be somebody else's."""

    field = "application/cooperative"


class NotNow(CaseError):
    """The case does not await this act at this moment."""


class TaskTaken(NotNow):
    """Somebody else holds the task."""


class CaseClosed(NotNow):
    """The case has ended, and takes no more acts."""


class NotAcceptable(CaseError):
    """The act's content does not fit the case or its policy; `field` names the part to mend."""

    def __init__(self, field: str, template: str, **facts: object) -> None:
        self.field = field
        super().__init__(template, **facts)
