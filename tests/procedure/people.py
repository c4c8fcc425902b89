"""Who lives in the state machines."""

from __future__ import annotations

from domain.people import Role
from tests.examples import (
    a_person,
    admin1,
    auditor1,
    caseworker1,
    caseworker2,
    caseworker_other,
    controller1,
    coop_a,
    coop_b,
    coordinator1,
    decider2,
    decider3,
    decider4,
    objections1,
)
from tests.procedure.late import both

WORKING = (coop_a, caseworker1, caseworker2, both, decider2, decider3, objections1, coordinator1)
"""Among them one who may decide, and prepare too."""

PREPARED_IT = a_person("caseworker1", Role.CASEWORKER, Role.OBJECTIONS_OFFICER)
TOOK_IT = a_person("decider1", Role.DECIDER, Role.OBJECTIONS_OFFICER)
CORRECTED_IT = a_person("decider3", Role.DECIDER, Role.OBJECTIONS_OFFICER)
OBJECTING = (
    *(coop_a, PREPARED_IT, caseworker2, TOOK_IT, CORRECTED_IT),
    *(decider2, decider4, objections1, coordinator1),
)
"""Among them three who deal with objections, and had a part in the decision."""

OUTSIDERS = (admin1, controller1, auditor1, coop_b, caseworker_other)
"""Who has nothing to do in a case, whichever it is: other roles, another cooperative and another municipality."""
