"""The view of who is about to get a decision that he does not like. Awb 4:7 to 4:12."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from domain.fact import Day, Fact, Prose


class ViewWaiver(StrEnum):
    """Why nobody was asked for his view before an adverse decision."""

    NOT_ON_HIS_FACTS = "not_on_his_facts"
    """It rests on no facts about him that differ from what he gave himself, where he applied for it. Awb 4:7(1).

    Where he did not, on none that he did not give himself, whether they differ or not. Awb 4:8(1).
    """
    URGENT = "urgent"
    """Awb 4:11(a)."""
    HEARD_BEFORE = "heard_before"
    """He gave his view before, and nothing has changed since. Awb 4:11(b)."""
    DEFEATS_ITS_PURPOSE = "defeats_its_purpose"
    """Awb 4:11(c)."""
    DATA_NOT_GIVEN = "data_not_given"
    """He did not do his duty to give data; only of a decision that nobody applied for. Awb 4:8(2)."""


class ViewInvited(Fact):
    """The applicant was told what is intended and why, and may give his view first. Awb 4:7, 4:9."""

    basis: ClassVar[str] = "Awb 4:7, 4:9"
    kind: Literal["view_invited"] = "view_invited"
    intention: Prose
    """What the municipality means to decide, and on which facts."""
    until: Day | None = None
    """The last day for it; by policy when not given."""


class ViewReceived(Fact):
    """The applicant gave his view, in writing or in person. Awb 4:9."""

    basis: ClassVar[str] = "Awb 4:9"
    kind: Literal["view_received"] = "view_received"
    view: Prose
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class ViewLapsed(Fact):
    """The period for a view passed, and none came. Awb 4:9."""

    basis: ClassVar[str] = "Awb 4:9"
    kind: Literal["view_lapsed"] = "view_lapsed"
