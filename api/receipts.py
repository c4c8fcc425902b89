"""What the sender of an act gets back, when he sends it once more."""

from __future__ import annotations

from api.problems import KEY_REUSED, Problem
from domain.case import Performed, Receipt


def the_same(done: Performed, receipt: Receipt) -> Receipt:
    """The receipt, when it is that of this act.

    Raises:
        Problem: the key was used for something else.
    """
    if receipt.fingerprint != done.fingerprinted():
        raise Problem(KEY_REUSED, "This Idempotency-Key was used for something else before.")
    return receipt
