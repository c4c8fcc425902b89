"""What people do with the work itself."""

from __future__ import annotations

from domain import acts
from domain.fact import Text
from domain.narration.phrases import Sentences, and_why, ended, plain
from domain.policy import Policy
from domain.words import day


def _note(act: acts.NoteAdded, _: Policy | None) -> Text:
    return Text(nl=f"Notitie: {ended(act.text)}", en=f"Note: {ended(act.text)}")


def _task_assigned(act: acts.TaskAssigned, _: Policy | None) -> Text:
    name = act.assignee_name
    return Text(nl=f"Heeft de taak aan {name} gegeven.", en=f"Gave the task to {name}.")


def _task_held(act: acts.TaskHeld, _: Policy | None) -> Text:
    until = Text(nl=day(act.until, "nl"), en=day(act.until, "en"))
    said = Text(nl=f"De taak rust tot {until.nl}.", en=f"The task rests until {until.en}.")
    return and_why(said, act.reason)


SENTENCES: Sentences = {
    acts.NoteAdded: _note,
    acts.TaskClaimed: plain("Heeft de taak op zich genomen.", "Took the task."),
    acts.TaskReleased: plain("Heeft de taak teruggegeven.", "Gave the task back."),
    acts.TaskAssigned: _task_assigned,
    acts.TaskHeld: _task_held,
    acts.TaskResumed: plain("Heeft de taak weer opgepakt.", "Took the task up again."),
}
