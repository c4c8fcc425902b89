"""What happened in a case, in plain sentences, Dutch and English: as timelines tell it.

Who did it and when stands beside the sentence, so it says only what was done, and why. The modules follow those of
domain/acts.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Entry
from domain.fact import Text
from domain.narration import (
    adjustment,
    advice,
    application,
    change,
    contested,
    correction,
    decision,
    default,
    delay,
    desk,
    hearing,
    messages,
    objection,
    participation,
    permission,
    sending,
    term,
)
from domain.narration.phrases import Sentences
from domain.policy import Policy
from domain.words import Language, in_language

SENTENCES: Sentences = {
    **application.SENTENCES,
    **decision.SENTENCES,
    **term.SENTENCES,
    **participation.SENTENCES,
    **permission.SENTENCES,
    **change.SENTENCES,
    **adjustment.SENTENCES,
    **correction.SENTENCES,
    **objection.SENTENCES,
    **hearing.SENTENCES,
    **advice.SENTENCES,
    **default.SENTENCES,
    **delay.SENTENCES,
    **messages.SENTENCES,
    **contested.SENTENCES,
    **sending.SENTENCES,
    **desk.SENTENCES,
}


def told(entry: Entry, language: Language, policy: Policy | None = None) -> str:
    """What happened, as people read it; with the policy given, its lists are called by their titles."""
    return in_language(narrated(entry.act, policy), language)


def narrated(act: Act, policy: Policy | None = None) -> Text:
    """What an act says, in both languages."""
    return SENTENCES[type(act)](act, policy)


def as_substitute(absent: str) -> Text:
    """What is added when somebody did it for an absent colleague."""
    return Text(nl=f"Als vervanger van {absent}.", en=f"As the substitute of {absent}.")
