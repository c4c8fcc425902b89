"""What people do with the work itself."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, ended, plain
from domain.policy import Policy
from domain.words import day


def _note(act: acts.NoteAdded, _: Policy | None) -> Text:
    return Text(nl=f"Notitie: {ended(act.text)}", en=f"Note: {ended(act.text)}")


def _interest(act: acts.InterestDeclared, _: Policy | None) -> Text:
    said = Text(nl="Heeft een persoonlijk belang bij deze zaak.", en="Has a personal interest in this case.")
    if act.person_name is not None:
        said = Text(
            nl=f"{act.person_name} heeft een persoonlijk belang bij deze zaak.",
            en=f"{act.person_name} has a personal interest in this case.",
        )
    return and_why(said, act.reason)


def _no_interest(act: acts.InterestWithdrawn, _: Policy | None) -> Text:
    said = Text(
        nl=f"De melding van een persoonlijk belang ({act.declaration}) was een vergissing.",
        en=f"The declaration of a personal interest ({act.declaration}) was an error.",
    )
    return and_why(said, act.reason)


def _task_assigned(act: acts.TaskAssigned, _: Policy | None) -> Text:
    name = act.called
    return Text(nl=f"Heeft de taak aan {name} gegeven.", en=f"Gave the task to {name}.")


def _task_held(act: acts.TaskHeld, _: Policy | None) -> Text:
    until = Text(nl=day(act.until, "nl"), en=day(act.until, "en"))
    said = Text(nl=f"De taak rust tot {until.nl}.", en=f"The task rests until {until.en}.")
    return and_why(said, act.reason)


SENTENCES: Sentences = {
    acts.NoteAdded: _note,
    acts.InterestDeclared: _interest,
    acts.InterestWithdrawn: _no_interest,
    acts.TaskClaimed: plain("Heeft de taak op zich genomen.", "Took the task."),
    acts.TaskReleased: plain("Heeft de taak teruggegeven.", "Gave the task back."),
    acts.TaskAssigned: _task_assigned,
    acts.TaskHeld: _task_held,
    acts.TaskResumed: plain("Heeft de taak weer opgepakt.", "Took the task up again."),
}
