"""A municipality's policy in words, Dutch and English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.fact import Text
from domain.mandates import Decision, Mandate
from domain.money import euros
from domain.policy import Adviser, Entry, Policy


def _days(how_many: int) -> Text:
    return Text(nl=f"{how_many} {'dag' if how_many == 1 else 'dagen'}", en=_counted(how_many, "day"))


def _weeks(how_many: int) -> Text:
    return Text(nl=f"{how_many} {'week' if how_many == 1 else 'weken'}", en=_counted(how_many, "week"))


def months(how_many: int) -> Text:
    """So many months."""
    return Text(nl=f"{how_many} {'maand' if how_many == 1 else 'maanden'}", en=_counted(how_many, "month"))


def hours_a_week(how_many: int) -> Text:
    """So many hours of a week."""
    return Text(nl=f"{how_many} uur per week", en=f"{_counted(how_many, 'hour')} a week")


def hours_a_year(how_many: int) -> Text:
    """So many hours of a year."""
    return Text(nl=f"{how_many} uur per jaar", en=f"{_counted(how_many, 'hour')} a year")


def _if_any(unit: Callable[[int], Text], nl: str, en: str) -> Callable[[int | None], Text]:
    """The amount, or what it is without one."""
    return lambda how_many: Text(nl=nl, en=en) if how_many is None else unit(how_many)


def _unless_none(unit: Callable[[int], Text], nl: str, en: str) -> Callable[[int], Text]:
    """The amount, or what it is to be nought."""
    return lambda how_many: unit(how_many) if how_many else Text(nl=nl, en=en)


def _counted(how_many: int, what: str) -> str:
    return f"{how_many} {what}{'s' if how_many != 1 else ''}"


def _yes_or_no(is_so: bool) -> Text:
    return Text(nl="ja", en="yes") if is_so else Text(nl="nee", en="no")


def _as_it_is(said: str) -> Text:
    return Text(nl=said, en=said)


def _if_named(said: str | None) -> Text:
    return _as_it_is(said) if said else Text(nl="niet genoemd", en="not named")


def _with(unit: Callable[[int], Text], nl: str, en: str) -> Callable[[int], Text]:
    """The amount in a sentence."""

    def said(how_many: int) -> Text:
        amount = unit(how_many)
        return Text(nl=nl.format(amount.nl), en=en.format(amount.en))

    return said


AT_LEAST = _with(_days, "ten minste {}", "at least {}")
PERIODS: dict[str, tuple[Text, Callable[..., Text]]] = {
    "intake_days": (
        Text(nl="Controleren of een aanvraag compleet is", en="To check whether an application is complete"),
        _days,
    ),
    "supplement_days": (Text(nl="Aanvullen wat ontbreekt", en="To send what is missing"), _days),
    "supplement_reminder_days": (
        Text(nl="Herinneren aan wat ontbreekt", en="To remind of what is missing"),
        _with(_days, "{} voor het einde van die tijd", "{} before the end of that time"),
    ),
    "review_days": (
        Text(nl="Een complete aanvraag beoordelen", en="To review a complete application"),
        _days,
    ),
    "view_days": (Text(nl="Een zienswijze geven", en="To give a view"), _days),
    "view_days_at_least": (Text(nl="Een zienswijze geven, ten minste", en="To give a view, at least"), _days),
    "decision_weeks": (Text(nl="Besluiten op een aanvraag", en="To decide on an application"), _weeks),
    "regulation": (
        Text(nl="Eigen regeling die de beslistermijn stelt", en="Regulation of its own that sets that term"),
        _if_named,
    ),
    "adjournment_weeks": (
        Text(nl="Een besluit op een aanvraag uitstellen", en="To adjourn the decision on an application"),
        _unless_none(
            _with(_weeks, "hoogstens {}", "at most {}"),
            "niet: een latere dag meedelen verandert de termijn niet",
            "not: to tell a later day does not change the term",
        ),
    ),
    "standstill_weeks": (Text(nl="Langste opschorting", en="Longest suspension"), _weeks),
    "reassess_every_months": (
        Text(nl="Herbeoordelen", en="To reassess"),
        _with(months, "telkens na {}", "each time after {}"),
    ),
    "report_weeks_before": (
        Text(nl="Om het voortgangsverslag vragen", en="To ask for the progress report"),
        _with(_weeks, "{} voor de herbeoordeling", "{} before the reassessment"),
    ),
    "report_reminder_days": (
        Text(nl="Herinneren aan het voortgangsverslag", en="To remind of the progress report"),
        _with(_days, "{} nadat erom is gevraagd", "{} after it was asked for"),
    ),
    "report_escalation_days": (
        Text(
            nl="De klantmanager vertellen dat het verslag uitblijft",
            en="To tell the caseworker that the report does not come",
        ),
        _with(_days, "{} nadat erom is gevraagd", "{} after it was asked for"),
    ),
    "report_every_months": (
        Text(nl="Om een tussentijds verslag vragen", en="To ask for a report in between"),
        _if_any(
            _with(months, "elke {}", "every {}"), "alleen voor een herbeoordeling", "for a reassessment only"
        ),
    ),
    "end_weeks_before": (
        Text(
            nl="Het einde van een toestemming vertellen, en een proef evalueren",
            en="To tell that a permission ends, and to evaluate a trial",
        ),
        _with(_weeks, "{} ervoor", "{} before it"),
    ),
    "change_days": (
        Text(nl="Een gemelde wijziging of een incident bekijken", en="To look at a change or an incident"),
        _days,
    ),
    "objection_days": (
        Text(nl="Bekijken of een bezwaar behandeld kan worden", en="To examine an objection"),
        _days,
    ),
    "repair_days_at_least": (Text(nl="Een bezwaar herstellen", en="To mend an objection"), AT_LEAST),
    "hearing_answer_days_at_least": (Text(nl="Zeggen of men komt", en="To answer an invitation"), AT_LEAST),
    "ask_court_every_months": (
        Text(nl="Bij de rechter navragen hoe een beroep staat", en="To ask a court how an appeal stands"),
        _with(months, "elke {}", "every {}"),
    ),
}
"""What each period is for, and how long it is, in the order of a case."""

CHOICES: dict[str, tuple[Text, Callable[..., Text]]] = {
    "name": (Text(nl="Naam van de gemeente", en="Name of the municipality"), _as_it_is),
    "max_hours_a_week": (Text(nl="Maximum aantal uren", en="Most hours"), hours_a_week),
    "min_hours_a_week": (
        Text(nl="Minimum aantal uren", en="Fewest hours"),
        _if_any(hours_a_week, "geen grens", "no limit"),
    ),
    "max_hours_a_year": (
        Text(nl="Maximum aantal uren in een jaar", en="Most hours in a year"),
        _if_any(hours_a_year, "geen grens", "no limit"),
    ),
    "max_months": (Text(nl="Langste toestemming", en="Longest permission"), months),
    "trial_months": (Text(nl="Langste proef", en="Longest trial"), months),
    "renewal_advice": (
        Text(nl="Een klantmanager adviseert over elke verlenging", en="A caseworker advises on each renewal"),
        _yes_or_no,
    ),
    "objection_committee": (
        Text(
            nl="Een commissie hoort en adviseert over elk bezwaar",
            en="A committee hears and advises on each objection",
        ),
        _yes_or_no,
    ),
}

LISTS: dict[str, tuple[Text, Text]] = {
    "items": (
        Text(nl="Wat bij een aanvraag hoort", en="What comes with an application"),
        Text(nl="Bijlage", en="Item"),
    ),
    "advisers": (
        Text(nl="Wie om advies gevraagd kan worden", en="Who may be asked for advice"),
        Text(nl="Adviseur", en="Adviser"),
    ),
    "criteria": (
        Text(nl="Waaraan een aanvraag wordt getoetst", en="What an application is held against"),
        Text(nl="Criterium", en="Criterion"),
    ),
    "grant_reasons": (
        Text(nl="Redenen om toestemming te geven", en="Reasons to grant"),
        Text(nl="Reden", en="Reason"),
    ),
    "refusal_grounds": (
        Text(nl="Gronden om te weigeren", en="Grounds to refuse"),
        Text(nl="Grond", en="Ground"),
    ),
    "revocation_grounds": (
        Text(nl="Gronden om in te trekken", en="Grounds to revoke"),
        Text(nl="Grond", en="Ground"),
    ),
}
"""What each list is, and one of its entries."""

TERMS_TITLE = Text(nl="Termijnen", en="Terms")
CHOICES_TITLE = Text(nl="Grenzen en keuzes", en="Limits and choices")

MANDATED = {
    Decision.GRANT: Text(nl="toestemming geven", en="grant"),
    Decision.REFUSE: Text(nl="weigeren", en="refuse"),
    Decision.SET_ASIDE: Text(nl="buiten behandeling stellen", en="set aside"),
    Decision.CHANGE: Text(nl="voorwaarden veranderen", en="change the conditions"),
    Decision.SUSPEND: Text(nl="opschorten", en="suspend"),
    Decision.REVOKE: Text(nl="intrekken", en="revoke"),
    Decision.RENEW: Text(nl="verlengen", en="renew"),
    Decision.OBJECTION: Text(nl="beslissen op bezwaar", en="decide on objections"),
    Decision.PENALTY: Text(nl="een dwangsom vaststellen", en="determine a penalty payment"),
}
"""What a mandate lets somebody do, in the order of a case."""

PAID = {
    Decision.OBJECTION: Text(nl="de kosten van een bezwaar", en="the costs of an objection"),
    Decision.PENALTY: Text(nl="een dwangsom", en="a penalty payment"),
}
"""What the municipality pays by a decision of that kind."""


def up_to(mandate: Mandate) -> Text | None:
    """How much somebody may decide to pay, and for what; none where he decides on no money."""
    paid = [said for decision, said in PAID.items() if decision in mandate.decisions]
    if not paid:
        return None
    most = Text(nl="elk bedrag", en="any amount") if mandate.max_cents is None else euros(mandate.max_cents)
    nl, en = " of ".join(each.nl for each in paid), " or ".join(each.en for each in paid)
    return Text(nl=f"{most.nl} voor {nl}", en=f"{most.en} for {en}")


@dataclass(frozen=True)
class Line:
    """One thing that a policy says."""

    name: Text
    said: Text


@dataclass(frozen=True)
class Part:
    """What a policy says on one subject."""

    key: str
    title: Text
    lines: dict[str, Line]
    """By the name of the field, or the code of the entry."""
    is_list: bool = False


def told(policy: Policy) -> tuple[Part, ...]:
    """All that a version says, subject by subject; a list without entries too."""
    terms = {
        field: Line(name, said(getattr(policy.periods, field))) for field, (name, said) in PERIODS.items()
    }
    choices = {field: Line(name, said(getattr(policy, field))) for field, (name, said) in CHOICES.items()}
    return (Part("choices", CHOICES_TITLE, choices), Part("periods", TERMS_TITLE, terms), *_lists(policy))


def _lists(policy: Policy) -> Iterator[Part]:
    for field, (title, one) in LISTS.items():
        entries: tuple[Entry, ...] = getattr(policy, field)
        yield Part(field, title, {entry.code: Line(one, _entry(entry)) for entry in entries}, is_list=True)


def _entry(entry: Entry) -> Text:
    """An entry of a list with what belongs to it."""
    basis = f" ({entry.basis})" if entry.basis else ""
    nl, en = f"{entry.title.nl}{basis}", f"{entry.title.en}{basis}"
    if not isinstance(entry, Adviser):
        return Text(nl=nl, en=en)
    days = _days(entry.days)
    return Text(
        nl=f"{nl}; {days.nl}; beoordeling en besluit wachten er{'op' if entry.waits else ' niet op'}",
        en=f"{en}; {days.en}; review and decision {'wait' if entry.waits else 'do not wait'} for it",
    )
