"""The calculator of terms: dates that explain themselves, for people and programs; it reads no case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from api.identity import current_actor
from api.invalid import Mistake
from api.languages import translate
from api.problems import INVALID, Problem, language_of
from domain.law.penalty import Penalty
from domain.law.questions import (
    Answer,
    DecisionQuestion,
    ObjectionAnswer,
    ObjectionDecisionQuestion,
    ObjectionQuestion,
    PenaltyQuestion,
    SetAsideQuestion,
)

SEVERAL = frozenset({"suspended"})
"""What may be given more than once."""


async def _each_once(request: Request) -> None:
    """Of two days for the same fact one would be dropped unseen, so both are refused."""
    given = request.query_params
    twice = {name for name in given if name not in SEVERAL and len(given.getlist(name)) > 1}
    if twice:
        told = translate("Give this once", language_of(request.scope))
        raise Problem(
            INVALID,
            "Mend the parts that `errors` names, and send it again.",
            errors=[
                Mistake(place="query", location=name, detail=told, code="given_twice")
                for name in sorted(twice)
            ],
        )


router = APIRouter(
    prefix="/terms", tags=["terms"], dependencies=[Depends(current_actor), Depends(_each_once)]
)


@router.get("/decision")
async def get_decision_term(asked: Annotated[DecisionQuestion, Query()]) -> Answer:
    """The last day to decide on an application. Awb 4:13-4:15."""
    return asked.answered()


@router.get("/set-aside")
async def get_set_aside_term(asked: Annotated[SetAsideQuestion, Query()]) -> Answer:
    """The last day to notify that an application is set aside. Awb 4:5(4)."""
    return asked.answered()


@router.get("/objection")
async def get_objection_term(asked: Annotated[ObjectionQuestion, Query()]) -> ObjectionAnswer:
    """The last day to object, and whether an objection came in time. Awb 6:7-6:11."""
    return asked.answered()


@router.get("/objection-decision")
async def get_objection_decision_term(asked: Annotated[ObjectionDecisionQuestion, Query()]) -> Answer:
    """The last day to decide on an objection. Awb 7:10."""
    return asked.answered()


@router.get("/penalty")
async def get_penalty(asked: Annotated[PenaltyQuestion, Query()]) -> Penalty:
    """What is owed for deciding too late. Awb 4:17."""
    return asked.answered()
