"""What there is to know of a case at one moment, in words, so that two moments can be laid beside each other."""

from __future__ import annotations

from datetime import date

from api.languages import Language, translate
from api.pages.forms import words
from api.views import ShownCase
from domain.acts import Form, Income
from domain.money import euros
from domain.words import STATUSES, day, in_language


def facts(case: ShownCase, cooperative: str, language: Language) -> dict[str, str]:
    """Each fact under its name; what there is not, is not in it."""

    def on(moment: date | None) -> str | None:
        return day(moment, language.value) if moment else None

    found: dict[str, str | None] = {
        "Status": words.capital(in_language(STATUSES[case.status], language.value)),
        "Cooperative": cooperative,
        "Received on": on(case.received_on),
        "Decide by": on(case.decision_due_on),
        "Reassess on": on(case.reassessment_on),
        "Valid from": on(case.valid_from),
        "Valid until": on(case.valid_until),
    }
    if permitted := case.permission:
        found |= {
            "Kind of permission": in_language(words.value(Form, permitted.form), language.value),
            "Hours a week": str(permitted.hours_a_week),
            "Hours a year": str(permitted.hours_a_year or ""),
            "Income": in_language(words.value(Income, permitted.income), language.value),
            "Fee to the cooperative": translate("Agreed", language) if permitted.fee_agreed else None,
            "Conditions": "; ".join(permitted.conditions),
            "These count from": on(permitted.changed_from),
            "Suspended from": on(permitted.suspended_from),
            "Suspended until": on(permitted.suspended_until),
        }
    if case.defaults:
        found |= {
            "Notices of default": str(len(case.defaults)),
            "In default since": on(case.in_default_since),
            "Owed for deciding too late": in_language(euros(case.owed_cents or 0), language.value),
        }
    return {translate(name, language): said for name, said in found.items() if said}
