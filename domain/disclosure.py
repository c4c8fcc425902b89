"""What a reader gets to see of a case. LAW.md section 7: the cooperative is a private party."""

from __future__ import annotations

from typing import Any, cast

from domain import acts
from domain.authority import READERS
from domain.case import Entry
from domain.fact import Fact
from domain.letters import Addressee, Letter
from domain.people import Actor

INTERNAL: frozenset[type[Fact]] = frozenset(
    {
        acts.NoteAdded,
        acts.InterestDeclared,
        acts.InterestWithdrawn,
        acts.ReviewReturned,
        acts.HearingReopened,
        acts.TaskClaimed,
        acts.TaskReleased,
        acts.TaskAssigned,
        acts.TaskHeld,
        acts.TaskResumed,
    }
)
"""How the municipality organises its work, which a cooperative does not see."""

PREPARATION: frozenset[type[Fact]] = frozenset(
    {
        *(acts.ApplicationReviewed, acts.SetAsideProposed, acts.AdviceRequested, acts.AdviceReceived),
        *(acts.AdviceForgone, acts.AdmissibilityJudged, acts.CommitteeAdvised),
        *(acts.RevocationProposed, acts.RenewalAdvised, acts.ChangeAssessed, acts.TrialEvaluated),
        *(acts.AdjustmentProposed, acts.StandstillProposed),
        *(acts.CourtAsked, acts.PostingLookedInto),
    }
)
"""That it happened may be seen; what it says is advice to the decider, or between colleagues."""


CONFIDED: frozenset[type[Fact]] = frozenset(
    {acts.ResidentReacted, acts.ChangeReported, acts.IncidentReported}
)
"""What somebody told the municipality, which a cooperative reads only where it wrote it down itself."""

WHO_DECIDED = frozenset({"decidedBy", "involved", "knownAs"})
"""Of a decision that was contested or annulled, by which the municipality keeps duties apart."""


def is_outsider(reader: Actor) -> bool:
    """Whether somebody reads on behalf of a cooperative alone."""
    return not reader.roles & READERS


def shown(entry: Entry, reader: Actor) -> dict[str, Any] | None:
    """The act as JSON for this reader; none when it is not for him at all."""
    act = entry.act
    own = entry.actor.cooperative is not None and entry.actor.cooperative == reader.cooperative
    if is_outsider(reader):
        if type(act) in INTERNAL and not own:
            return None
        if type(act) in PREPARATION or (type(act) in CONFIDED and not own):
            return {"kind": act.kind}
    said = without_bsn(act.model_dump(mode="json"), masked=not is_outsider(reader))
    return without_who_decided(said) if is_outsider(reader) else said


def absent_colleague(entry: Entry, reader: Actor) -> str | None:
    """The name of the colleague for whom somebody stood in; who was absent is nothing for a cooperative."""
    if is_outsider(reader) or not entry.standing_in:
        return None
    return entry.standing_in[0].absent_name


def sees_letter(letter: Letter, reader: Actor) -> bool:
    """A cooperative reads what is written to it and to the resident it speaks for, and nothing else. Awb 2:1."""
    to_them = {Addressee.RESIDENT, Addressee.COOPERATIVE} & set(letter.addressees)
    return bool(to_them) or not is_outsider(reader)


def without_who_decided(said: dict[str, Any]) -> dict[str, Any]:
    """The act without the people by whom the municipality keeps duties apart, wherever it names them."""
    return {
        name: without_who_decided(cast("dict[str, Any]", value)) if isinstance(value, dict) else value
        for name, value in said.items()
        if name not in WHO_DECIDED
    }


def without_bsn(value: Any, *, masked: bool) -> Any:
    """The value with every BSN in it left out, or masked but for its last three digits.

    Fingerprints of requests go too: who knows all but six digits of what was sent finds the six by trying.
    """
    if isinstance(value, dict):
        return {
            name: f"******{inner[-3:]}" if name == "bsn" else without_bsn(inner, masked=masked)
            for name, inner in cast("dict[str, Any]", value).items()
            if name != "fingerprint" and (masked or name != "bsn")
        }
    if isinstance(value, list):
        return [without_bsn(inner, masked=masked) for inner in cast("list[Any]", value)]
    return value
