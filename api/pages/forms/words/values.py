"""What can be chosen, in words. What the timeline and the letters call it already, is called the same here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from domain import acts
from domain.fact import Text
from domain.narration import (
    change,
    contested,
    decision,
    default,
    hearing,
    objection,
    participation,
    permission,
)
from domain.terms.application import GROUNDS as STANDS_STILL

ANSWERS = {
    acts.Answer.MET: Text(nl="ja", en="yes"),
    acts.Answer.NOT_MET: Text(nl="nee", en="no"),
    acts.Answer.NOT_APPLICABLE: Text(nl="niet van toepassing", en="does not apply"),
}
INCOME = {
    acts.Income.NONE: Text(nl="er wordt niets verdiend", en="nothing is earned"),
    acts.Income.SET_OFF: Text(
        nl="het wordt verrekend met de uitkering", en="it is set off against the benefit"
    ),
    acts.Income.RESERVED: Text(
        nl="het blijft in de coöperatie, en wordt niet uitbetaald",
        en="it stays in the cooperative, and is not paid out",
    ),
}
WAIVERS = {
    acts.ViewWaiver.NOT_ON_HIS_FACTS: Text(
        nl="nee: het rust niet op gegevens over hem die anders zijn dan hij opgaf,"
        " of (vroeg hij het niet aan) die hij niet zelf gaf",
        en="no: it rests on nothing about him that differs from what he gave,"
        " or (where he did not apply for it) that he did not give himself",
    ),
    acts.ViewWaiver.URGENT: Text(nl="nee: het kan niet wachten", en="no: it cannot wait"),
    acts.ViewWaiver.HEARD_BEFORE: Text(
        nl="nee: hij gaf zijn zienswijze al, en er is niets veranderd",
        en="no: he gave his view before, and nothing has changed",
    ),
    acts.ViewWaiver.DEFEATS_ITS_PURPOSE: Text(
        nl="nee: dan zou het besluit zijn doel missen", en="no: the decision would then miss its purpose"
    ),
    acts.ViewWaiver.DATA_NOT_GIVEN: Text(
        nl="nee: hij gaf de gegevens niet die hij moest geven",
        en="no: he did not give the data that he had to",
    ),
}
ADDRESSEES = {
    acts.Addressee.RESIDENT: participation.PARTIES[acts.Party.RESIDENT],
    acts.Addressee.COOPERATIVE: participation.PARTIES[acts.Party.COOPERATIVE],
    acts.Addressee.OBJECTOR: Text(nl="iemand anders die bezwaar maakt", en="somebody else who objects"),
}
OBJECTORS = {
    **objection.OBJECTORS,
    acts.Objector.ANOTHER: Text(nl="iemand anders die het aangaat", en="somebody else whom it concerns"),
}

VALUES: dict[type[Enum], Mapping[Any, Text]] = {
    acts.Answer: ANSWERS,
    acts.Recommendation: decision.ADVICE,
    acts.Form: decision.FORMS,
    acts.Income: INCOME,
    acts.ViewWaiver: WAIVERS,
    acts.SuspensionGround: {ground: why for ground, (why, _) in STANDS_STILL.items()},
    acts.Severity: change.SEVERITIES,
    acts.Conclusion: change.CONCLUSIONS,
    acts.Party: participation.PARTIES,
    acts.RenewalAdvice: permission.ADVICE,
    acts.EndedBy: permission.ENDED_BY,
    acts.TrialAdvice: permission.AT_THE_END_OF_A_TRIAL,
    acts.Objector: OBJECTORS,
    acts.Obstacle: objection.OBSTACLES,
    acts.Defect: objection.DEFECTS,
    acts.NoHearing: hearing.GROUNDS,
    acts.ResidentUnheard: hearing.RESIDENT_UNHEARD,
    acts.HeardApart: hearing.APART,
    acts.ShortNotice: hearing.AT_SHORT_NOTICE,
    acts.Outcome: objection.OUTCOMES,
    acts.Consent: objection.CONSENTS,
    acts.CourtOutcome: contested.AT_COURT,
    acts.NoPenalty: default.NOTHING_BECAUSE,
    acts.Addressee: ADDRESSEES,
}
"""By the list that it is in."""
