"""Anything that an act may say."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any, get_args

from hypothesis import strategies as st
from stdnum.nl import bsn

from domain import acts
from domain.application import Resident
from domain.documents import Item
from domain.fact import Fact
from tests.examples import an_application

KINDS: tuple[type[Fact], ...] = get_args(get_args(acts.Act)[0])

lines = st.text("abcéß €'\"\\<>&", min_size=1, max_size=30).filter(lambda text: text.strip() != "")
codes = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,49}", fullmatch=True)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
spans = st.tuples(days, days).filter(lambda span: span[0] < span[1])
hours = st.integers(1, 40)


def a_valid_bsn(digits: int) -> str:
    """The first number from there on that passes the eleven test."""
    return next(f"{n:09}" for n in range(digits, digits + 200) if bsn.is_valid(f"{n:09}"))


residents = st.builds(Resident, bsn=st.integers(10_000_000, 999_999_000).map(a_valid_bsn), name=lines)
items = st.builds(Item, code=codes, title=lines)
moments = st.datetimes(timezones=st.just(UTC))
applications = st.tuples(
    spans, moments, residents, lines, hours, st.lists(items, max_size=3), st.none() | lines
).map(
    lambda said: an_application(
        starts_on=said[0][0],
        ends_on=said[0][1],
        signed_at=said[1],
        resident=said[2],
        plan=said[3],
        hours_a_week=said[4],
        items=said[5],
        reference=said[6],
    )
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "application": applications,
    "received_on": st.none() | days,
    "missing": st.lists(codes, max_size=3),
    "explanation": st.none() | lines,
    "until": days,
    "items": st.lists(items, min_size=1, max_size=3),
    "reasoning": lines,
    "reason": lines,
    "findings": st.lists(
        st.builds(acts.Finding, criterion=codes, answer=st.sampled_from(acts.Answer), reason=lines),
        max_size=3,
    ),
    "asked_on": st.none() | days,
    "document": st.none() | lines,
    "ended_on": st.none() | days,
    "intention": lines,
    "view": lines,
    "view_waived": st.none() | st.sampled_from(acts.ViewWaiver),
    "form": st.sampled_from(acts.Form),
    "income": st.sampled_from(acts.Income),
    "fee_agreed": st.booleans(),
    "hours_a_year": st.none() | st.integers(1, 2080),
    "deviation": st.none() | lines,
    "recommendation": st.sampled_from(acts.Recommendation),
    "hours_a_week": hours,
    "conditions": st.lists(lines, max_size=3),
    "grounds": st.lists(codes, min_size=1, max_size=3),
    "reassessment_on": days,
    "hours": st.integers(0, 5000),
    "activities": lines,
    "results": lines,
    "income_cents": st.integers(0, 100_000_00),
    "reaction": lines,
    "change": lines,
    "since": days,
    "incident": lines,
    "severity": st.sampled_from(acts.Severity),
    "happened_on": days,
    "conclusion": st.sampled_from(acts.Conclusion),
    "holds_from": days,
    "revoked_from": days,
    "transferred_to": st.none() | codes,
    "next_reassessment_on": st.none() | days,
    "ended_by": st.sampled_from(acts.EndedBy),
    "on_behalf_of": st.sampled_from([acts.Party.RESIDENT, acts.Party.COOPERATIVE]),
    "ends_on": days,
    "message": st.none() | lines,
    "text": lines,
    "decision": st.fixed_dictionaries(
        {
            "case": codes,
            "version": st.integers(1, 99),
            "kind": codes,
            "decided_on": days,
            "sent_on": days,
            "decided_by": codes,
            "involved": st.lists(codes, max_size=3),
            "cooperative": codes,
            "resident": lines,
        }
    ).map(acts.ContestedDecision.model_validate),
    "objector": st.sampled_from(acts.Objector),
    "objector_name": lines,
    "reasons": st.none() | lines,
    "late_because": st.none() | lines,
    "posted_on": st.none() | days,
    "obstacle": st.none() | st.sampled_from(acts.Obstacle),
    "late_excused": st.none() | st.booleans(),
    "committee": st.booleans(),
    "defects": st.lists(st.sampled_from(acts.Defect), min_size=1, max_size=3),
    "hearing_on": days,
    "place": lines,
    "answer_by": st.none() | days,
    "ground": st.sampled_from(acts.NoHearing),
    "held_on": days,
    "heard_by": st.lists(lines, min_size=1, max_size=3),
    "staff": st.lists(st.builds(acts.Hearer, id=codes, name=lines), max_size=2),
    "report": lines,
    "outcome": st.sampled_from(acts.Outcome),
    "no_hearing": st.none() | st.sampled_from(acts.NoHearing),
    "departs_because": st.none() | lines,
    "weeks": st.integers(1, 52),
    "agreed_on": st.none() | days,
    "consent": st.sampled_from(acts.Consent),
    "court": lines,
    "lodged_on": days,
    "reference": st.none() | lines,
    "objection": codes,
    "version": st.integers(1, 99),
    "sendings": st.lists(
        st.tuples(st.sampled_from(acts.Addressee), st.sampled_from(acts.Channel), days).map(
            lambda said: acts.Sent(addressee=said[0], channel=said[1], sent_on=said[2])
        ),
        min_size=1,
        max_size=3,
    ),
    "addressee": st.sampled_from(acts.Addressee),
    "electronic": st.booleans(),
    "at_short_notice": st.none() | st.sampled_from(acts.ShortNotice),
    "apart": st.none() | st.sampled_from(acts.HeardApart),
    "times": st.integers(0, 3),
    "ruled_on": days,
    "is_term_set": st.booleans(),
    "notice_on": st.none() | days,
    "open_from": st.none() | days,
    "daily_cents": st.none(),
    "most_cents": st.none(),
    "costs": st.none()
    | st.tuples(st.integers(0, 99), lines).map(lambda s: acts.CostsDecided(cents=s[0], reasoning=s[1])),
    "to": lines,
    "decided_on": days,
    "summary": lines,
    "ruling": st.none()
    | st.tuples(days, st.booleans(), codes).map(
        lambda said: acts.Ruling(ruled_on=said[0], is_term_set=said[1], decided_by=said[2])
    ),
    "wrong": lines,
    "right": lines,
    "decide_by": days,
    "of": st.sampled_from([acts.Party.COOPERATIVE, acts.Party.MUNICIPALITY]),
    "about": st.integers(1, 99),
    "answers": st.lists(
        st.builds(acts.ItemAnswered, item=st.integers(1, 9), answer=lines), min_size=1, max_size=3
    ),
    "adviser": codes,
    "question": lines,
    "advice": lines,
    "answer": lines,
    "finding": lines,
    "effect": st.sampled_from(acts.NoticeEffect),
    "decision_due_on": days,
    "first_day_on": st.none() | days,
    "cents": st.integers(1, 144_200),
    "paid_on": days,
    "assignee": lines,
    "assignee_name": lines,
}
OTHERWISE: dict[tuple[type[Fact], str], st.SearchStrategy[Any]] = {
    (acts.ContestedDecisionReplaced, "decision"): codes,
    (acts.ContestedDecisionSent, "sent_on"): days,
    (acts.ContestedDecisionReplaced, "involved"): st.lists(lines, max_size=3),
    (acts.ProgressReported, "nothing_done_because"): st.none(),
    (acts.ResidentReacted, "declined_because"): st.none(),
    (acts.TermSuspended, "ground"): st.sampled_from(acts.SuspensionGround),
    (acts.NoticeOfDefaultReceived, "text"): st.none() | lines,
    (acts.QuestionAsked, "items"): st.lists(lines, min_size=1, max_size=3),
    (acts.QuestionAsked, "until"): st.none() | days,
    (acts.ObjectionAdjourned, "until"): st.none(),
    (acts.AdviceRequested, "until"): st.none() | days,
    (acts.AdviceForgone, "reason"): lines,
    (acts.QuestionWithdrawn, "reason"): lines,
    (acts.RenewalAdvised, "recommendation"): st.sampled_from(acts.RenewalAdvice),
    (acts.TrialEvaluated, "recommendation"): st.sampled_from(acts.TrialAdvice),
    (acts.PermissionExtendedToFull, "valid_until"): days,
    (acts.RenewalRequested, "valid_until"): days,
    (acts.PermissionRenewed, "valid_until"): days,
    (acts.PermissionGranted, "reasons"): st.lists(codes, max_size=3),
    (acts.CostsClaimed, "costs"): lines,
    (acts.AppealOutcomeRecorded, "outcome"): st.sampled_from(acts.CourtOutcome),
    (acts.LateDecisionRuled, "outcome"): st.sampled_from(acts.CourtOutcome),
    (acts.LateDecisionAppealWeighed, "request"): st.none() | st.integers(1, 99),
    (acts.LateDecisionAppealWeighed, "effect"): st.sampled_from(acts.CourtOpen),
    (acts.LateDecisionCame, "decision"): st.integers(1, 99),
    (acts.CourtDecided, "decision"): lines.map(lambda why: acts.RevocationDropped(reasoning=why)),
    **dict.fromkeys(
        ((acts.ObjectionUpheld, "decision"), (acts.ObjectionClosed, "decision")),
        st.none() | lines.map(lambda why: acts.RevocationDropped(reasoning=why)),
    ),
    (acts.InterestWithdrawn, "declaration"): lines,
    (acts.DecisionCorrected, "decision"): lines.map(lambda why: acts.ApplicationSetAside(reasoning=why)),
}
"""The same name with another meaning."""
SPANS = {"valid_from": "valid_until", "period_from": "period_until", "suspended_from": "suspended_until"}


@st.composite
def any_act(draw: st.DrawFn, kind: type[Fact]) -> Fact:
    """An act of this kind that says anything it may say."""
    said: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        if name == "missing" and field.is_required():
            said[name] = draw(st.lists(codes, min_size=1, max_size=3))
        elif name in SPANS:
            said[name], said[SPANS[name]] = draw(spans)
        elif (kind, name) in OTHERWISE:
            said[name] = draw(OTHERWISE[kind, name])
        elif name == "received_on" and field.is_required():
            said[name] = draw(days)
        elif name in FIELDS:
            said[name] = draw(FIELDS[name])
    return kind.model_validate(said)


every_act = st.sampled_from(KINDS).flatmap(any_act)
