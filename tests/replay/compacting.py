"""Histories as they are kept: one line an event, without what differs from day to day and no replay looks at."""

from __future__ import annotations

import json
from typing import Any

from temporalio.client import WorkflowHistory

KEPT = frozenset(
    {
        "a-missing-item-is-asked-and-supplied",
        "an-applicant-who-forgets-is-reminded-and-then-supplies",
        "without-its-items-an-application-is-set-aside",
        "an-application-may-be-taken-up-without-its-items",
        "after-four-weeks-only-a-decision-on-substance-is-left",
        "a-supplement-that-comes-late-is-kept-and-moves-nothing",
        "a-supplement-that-came-in-time-reopens-the-check",
        "what-came-does-not-suffice-and-it-is-set-aside",
        "a-permission-runs-out-before-the-reassessment-is-done",
        "a-refusal-waits-for-the-applicants-view",
        "who-gives-no-view-had-his-chance",
        "fewer-hours-than-asked-is-an-adverse-decision-too",
        "a-suspension-that-is-ended-sooner-gives-its-days-back",
        "a-decision-is-adjourned-in-time",
        "an-application-is-withdrawn-while-items-are-awaited",
        "an-application-is-withdrawn-before-the-decision",
        "a-complete-application-is-granted",
        "an-application-is-refused-on-grounds",
        "a-decider-sends-it-back-and-then-grants",
        "a-report-that-is-late-is-reminded-and-given",
        "a-report-that-never-comes-is-the-caseworkers-to-weigh",
        "a-reassessment-changes-the-conditions",
        "a-municipality-ends-it-instead-of-reassessing-it",
        "a-permission-expires-after-its-last-day",
        "a-resident-ends-it-before-it-started",
        "a-cooperative-ends-it-while-the-report-is-awaited",
        "a-municipality-ends-it-between-two-reassessments",
        "three-years-take-six-runs-and-end-by-themselves",
        "the-grant-came-first",
        "a-substitute-does-what-an-absent-colleague-holds",
        "a-reassessment-takes-something-away-after-a-view-and-by-somebody-else",
        "the-applicant-is-told-when-the-term-runs-again-by-itself",
        "what-was-judged-an-obstacle-is-judged-again-before-it-is-decided-otherwise",
        "a-request-to-renew-waits-for-a-permission-that-is-taken-again",
        "an-upheld-objection-to-a-suspension-lifts-it-and-the-case-goes-on",
        "an-upheld-objection-to-a-refused-renewal-is-decided-on-again-by-another",
        "an-objection-is-heard-and-found-unfounded",
        "a-late-objection-without-an-excuse-is-inadmissible",
        "an-objection-without-grounds-is-mended",
        "an-objection-that-is-not-mended-is-inadmissible",
        "an-objector-does-not-want-to-be-heard",
        "a-committee-advises-and-the-decision-departs-from-it",
        "a-decider-has-the-objector-heard-first",
        "a-decision-on-an-objection-is-adjourned-once",
        "an-objection-is-withdrawn-while-it-is-mended",
        "an-appeal-is-recorded-while-the-file-waits",
        "contested-when-a-refused-case-closes-when-nobody-can-object-in-time",
        "contested-when-a-case-stays-open-as-long-as-an-objection-runs",
        "contested-when-an-upheld-objection-leads-to-a-new-decision",
        "contested-when-a-new-decision-may-be-reviewed-first-and-refused-again",
        "contested-when-a-late-objection-that-is-excused-reopens-a-closed-case",
        "contested-when-two-objections-to-one-decision-are-two-cases",
        "an-upheld-objection-to-setting-aside-leads-to-a-review",
        "an-upheld-objection-to-a-grant-changes-the-permission",
        "a-revocation-is-corrected-while-the-case-waits-for-objections",
        "an-amount-for-a-late-decision-on-an-objection-is-objected-to",
        "contested-when-whoever-decides-anew-has-no-part-in-an-objection-that-still-runs",
        "a-closed-objection-comes-back-for-an-objection-to-the-amount",
        "an-objection-outlives-a-reassessment",
        "a-suspension-ends-on-its-last-day-and-that-is-told",
        "a-request-to-renew-is-taken-back-until-it-is-decided-on",
        "contested-when-a-court-that-upholds-while-the-decision-is-taken-again-adds-its-day",
        "contested-when-whoever-corrects-the-decision-meanwhile-has-no-part-in-the-objection",
        "nobody-appeals-where-nothing-was-decided",
        "a-review-waits-for-the-advice",
        "advice-that-does-not-come-in-its-term-is-no-bar-to-deciding",
        "advice-for-which-nothing-waits-ends-with-the-decision",
        "a-question-is-answered-item-by-item",
        "a-question-outlives-a-reassessment-and-ends-with-its-case",
        "a-late-decision-costs-money-for-forty-two-days",
        "a-case-stays-open-until-what-is-owed-is-paid",
        "what-is-owed-outlives-a-reassessment",
        "an-amount-that-is-overturned-is-determined-again",
        "a-late-decision-on-an-objection-costs-money-too",
        "a-notice-counts-when-the-letter-of-an-adjournment-proves-to-be-late",
        "of-two-notices-the-first-counts-after-all-and-the-second-no-more",
        "of-two-requests-the-court-sets-a-day-for-the-one-that-the-appeal-names",
        "a-court-tells-of-an-appeal-since-none-came-when-the-request-was-granted-meanwhile",
        "an-appeal-against-what-another-had-annulled-is-told-of-while-it-is-decided-on-again",
        "an-interest-that-is-declared-in-an-objection-keeps-somebody-out-of-the-case-of-the-decision",
        "contested-when-an-interest-that-is-declared-in-an-objection-keeps-somebody-out-of-the-case-of-the-decision",
        "the-withdrawal-came-first",
        "a-slip-in-a-permission-is-put-right",
        "a-correction-while-a-report-is-awaited-changes-nothing-in-that",
        "contested-when-a-refusal-is-reversed-to-the-applicants-good",
        "a-permission-is-taken-back-only-after-a-view",
        "contested-when-a-refusal-is-reversed-while-an-objection-runs",
        "a-case-waits-until-its-decision-was-posted",
        "a-term-runs-from-the-last-posting",
        "a-file-waits-until-the-decision-on-the-objection-was-posted",
        "a-court-that-upholds-an-appeal-has-the-decision-taken-again",
        "contested-when-a-court-that-upholds-an-appeal-has-the-decision-taken-again",
        "an-objection-for-another-authority-is-forwarded",
        "a-permission-is-suspended-and-lifted-while-the-reassessments-go-on",
        "a-permission-is-revoked-after-a-view",
        "a-revocation-is-proposed-and-dropped-while-the-report-is-awaited",
        "a-trial-becomes-a-full-permission",
        "a-renewal-is-asked-advised-and-granted",
        "a-renewal-that-is-decided-on-too-late-is-decided-on-all-the-same",
        "what-changes-or-goes-wrong-is-looked-at-and-holds-nothing-up",
        "a-reassessment-waits-for-the-residents-own-reaction",
        "a-resident-who-lets-nothing-be-heard-had-his-time",
        "a-renewal-is-decided-on-again-after-the-last-day",
        "a-suspension-that-was-wrong-is-annulled-and-the-application-stays-granted",
        "a-trial-is-evaluated-before-it-ends-and-made-full",
        "a-trial-that-is-left-to-end-runs-out-on-its-day",
        "a-request-to-renew-takes-the-place-of-what-a-trial-was-evaluated-for",
        "a-trial-that-is-made-full-meanwhile-needs-no-evaluation",
        "a-trial-that-nobody-evaluates-runs-out-all-the-same",
        "the-end-is-told-again-before-each-new-last-day",
        "a-suspension-is-made-longer-before-it-is-over",
        "nobody-is-told-that-what-is-over-holds-again",
        "a-request-to-renew-that-is-open-when-the-permission-ends-is-told-to-have-lapsed",
        "a-request-to-renew-lapses-when-the-resident-stops",
        "what-cannot-wait-is-done-before-the-new-decision",
        "nothing-is-suspended-while-a-refusal-is-decided-on-again",
        "a-request-that-is-open-again-is-taken-back",
        "a-court-that-annuls-what-was-decided-anew-has-it-taken-once-more",
        "what-is-set-aside-by-a-letter-that-comes-too-late-is-taken-again",
        "what-is-asked-between-two-reassessments-is-decided-on",
        "what-the-municipality-takes-away-is-heard-on-first",
        "a-request-is-taken-back-while-a-view-is-awaited-and-another-is-refused",
        "what-is-missing-at-the-review-is-asked-and-supplied",
        "what-is-asked-at-the-review-and-does-not-come-leads-to-setting-aside",
        "what-was-not-set-aside-in-time-is-not-asked-once-more",
        "an-upheld-objection-to-a-revocation-annuls-it-and-the-proposal-is-decided-on-again",
        "what-is-revoked-once-more-is-for-the-court",
        "a-revocation-that-was-a-mistake-is-taken-back-and-dropped",
        "a-revocation-that-is-annulled-after-the-last-day-leaves-a-permission-that-expired",
        "the-term-of-a-request-to-renew-stands-still-and-is-put-off",
        "a-court-that-lets-the-consequences-stand-has-nothing-decided-again",
        "a-court-that-decides-itself-grants-what-was-refused",
        "contested-when-a-court-that-decides-itself-grants-what-was-refused",
        "a-court-says-that-a-permission-is-not-revoked",
        "a-court-of-which-nothing-is-heard-is-asked-how-it-stands",
        "a-court-that-does-not-rule-on-a-late-decision-is-asked-too",
        "a-refusal-that-is-not-posted-is-a-task-of-a-caseworker",
        "a-decision-on-an-objection-that-is-not-posted-is-a-task-of-an-objections-officer",
    }
)
"""The stories whose histories are kept: one for each path through the procedure, named by their tests."""

FORGOTTEN = frozenset(
    {
        *("taskId", "requestId", "historySizeBytes", "workerVersion", "meteringMetadata", "wallClockTime"),
        "stackTrace",
    }
)


def compact(history: WorkflowHistory) -> str:
    """The history as JSON for `WorkflowHistory.from_json`."""
    events = json.loads(history.to_json())["events"]
    lines = (json.dumps(_without_the_forgotten(event), separators=(",", ":")) for event in events)
    return '{"events":[\n' + ",\n".join(lines) + "\n]}\n"


def _without_the_forgotten(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_the_forgotten(inner) for name, inner in value.items() if name not in FORGOTTEN}
    if isinstance(value, list):
        return [_without_the_forgotten(inner) for inner in value]
    return value
