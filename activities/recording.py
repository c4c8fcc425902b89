"""What the procedure hands over to be written down."""

from __future__ import annotations

from domain.case import Case
from domain.fact import Fact


class Recording(Fact):
    """A case as it stands, of which the acts after `since` were not recorded before."""

    case: Case
    since: int
