"""Why an act is refused, in words that the person who tried it understands."""

from __future__ import annotations


class CaseError(Exception):
    """A refusal: a sentence with its facts kept apart, so that it can be told in the reader's language.

    `template` is the English sentence with `{names}`; `facts` fills them. What is refused changes nothing.
    """

    def __init__(self, template: str, **facts: object) -> None:
        self.template = template
        self.facts = {name: str(value) for name, value in facts.items()}
        super().__init__(template.format(**self.facts))


class NotPermitted(CaseError):
    """The person may not do this: the role, four eyes or the mandate."""


class NotTheSame(NotPermitted):
    """Another person has to do this: the separation of duties, such as four eyes."""


class NotYours(NotPermitted):
    """Somebody else's case: whoever tries is not to learn that it is there."""


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
