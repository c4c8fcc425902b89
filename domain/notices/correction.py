"""Messages about a decision that was corrected or is taken again."""

from __future__ import annotations

from domain import acts
from domain.annulment import taken_up
from domain.case import Case
from domain.fact import Text
from domain.notices.phrases import Messages, in_dutch, in_english, plain


def _reversed(case: Case, act: acts.DecisionReversed) -> tuple[Text, Text]:
    if case.act(act.version, acts.PermissionRevoked):
        if (permission := case.permission) and permission.valid_until < case.entries[-1].on:
            return (
                Text(nl="De intrekking geldt niet meer", en="The revocation counts no more"),
                Text(
                    nl=f"De inwoner had toestemming tot en met {in_dutch(permission.valid_until)}. Over het intrekken"
                    " wordt niet meer beslist. Waarom staat in de brief.",
                    en=f"The resident had permission up to and including {in_english(permission.valid_until)}. Nothing"
                    " more is decided on revoking it. The letter says why.",
                ),
            )
        return (
            Text(nl="De intrekking geldt niet meer", en="The revocation counts no more"),
            Text(
                nl="De inwoner heeft weer toestemming. Of de toestemming toch wordt ingetrokken, beslist iemand anders"
                f" uiterlijk {in_dutch(act.decide_by)}. Waarom staat in de brief.",
                en="The resident has permission again. Whether the permission is revoked after all, somebody else"
                f" decides by {in_english(act.decide_by)}. The letter says why.",
            ),
        )
    if taken_up(case, act):
        return (
            Text(nl="Wij behandelen het verzoek toch", en="We deal with the request after all"),
            Text(
                nl=f"Ons besluit komt uiterlijk {in_dutch(act.decide_by)}. Waarom staat in de brief.",
                en=f"Our decision comes by {in_english(act.decide_by)}. The letter says why.",
            ),
        )
    return (
        Text(nl="Wij nemen ons besluit opnieuw", en="We take our decision again"),
        Text(
            nl=f"Het nieuwe besluit komt uiterlijk {in_dutch(act.decide_by)}. Waarom staat in de brief.",
            en=f"The new decision comes by {in_english(act.decide_by)}. The letter says why.",
        ),
    )


MESSAGES: Messages = {
    acts.DecisionCorrected: plain(
        "Een fout in ons besluit is hersteld",
        "A mistake in our decision was put right",
        "In ons besluit stond een fout. Wat er moet staan, leest u in de brief.",
        "There was a mistake in our decision. The letter says what it must be.",
    ),
    acts.DecisionReversed: _reversed,
}
