"""Whether somebody may agree to electronic letters, or take that back. Awb 2.3."""

from __future__ import annotations

from domain.acts import Addressee, ConsentChanged
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable
from domain.people import REGISTRARS, Role


def check(act: ConsentChanged, now: Circumstances) -> None:
    """Nobody agrees for another without a proof of it, and nobody to what cannot reach him."""
    if act.addressee is Addressee.OBJECTOR and act.electronic:
        raise NotAcceptable("addressee", "This addressee gets letters by post: the case is not open to him")
    is_his_own = (
        act.addressee is Addressee.COOPERATIVE
        and Role.COOPERATIVE in now.actor.roles
        and not now.actor.roles & REGISTRARS
    )
    if act.electronic and not is_his_own and act.document is None:
        raise NotAcceptable("document", "Say where the consent to electronic letters is kept")
