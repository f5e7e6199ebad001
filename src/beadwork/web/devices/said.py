"""What an entry that was set aside says, in words a person recognises."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beadwork.devices.becoming import stored
from beadwork.devices.models import SetAside
from beadwork.devices.outcome import CONFLICTS
from beadwork.devices.wire import Entry, read_again
from beadwork.knowledge import items
from beadwork.plan.models import Goal, SupportLevel
from beadwork.record.answers import answers
from beadwork.record.models import CheckIn, Response

KINDS = {
    "visit.start": gettext_lazy("The visit began"),
    "visit.finish": gettext_lazy("The visit ended"),
    "attempt": gettext_lazy("A try at a goal"),
    "second": gettext_lazy("A second observer's view of a try"),
    "response": gettext_lazy("How the child was"),
    "remark": gettext_lazy("A remark"),
    "activity": gettext_lazy("An activity"),
    "check_in": gettext_lazy("The child's own answer"),
    "note.draft": gettext_lazy("A draft of the note"),
    "take_back": gettext_lazy("An entry taken back"),
}
PLAIN = ("text", "name", "minutes", "about", "during", "helped", "observer", "part")
"""Fields whose value is said as it is."""


class Speaker:
    """Says entries in a language; goals and kinds of help by their names, all looked up at once."""

    def __init__(self, rows: Iterable[SetAside], language: str) -> None:
        self.entries = {row.pk: _read(row) for row in rows}
        named = [entry.fields for entry in self.entries.values() if entry]
        self.goals = Goal.objects.in_bulk({said["goal"] for said in named if "goal" in said})
        self.levels = SupportLevel.objects.in_bulk({said["support"] for said in named if "support" in said})
        self.language = language
        self.responses = {one.slug: one.in_words(language) for one in items("response")}

    def kind(self, row: SetAside) -> str:
        """What kind of entry it is."""
        entry = self.entries[row.pk]
        return str(KINDS[entry.kind]) if entry else _("An entry")

    def words(self, row: SetAside) -> str:
        """What it says; as it came where it cannot be read any more."""
        entry = self.entries[row.pk]
        return " · ".join(filter(None, self._parts(entry.fields))) if entry else row.said

    def first(self, row: SetAside) -> str:
        """What stands in the record under the same id, where the entry is the second content of a conflict."""
        if row.problem not in {kind.number for kind in CONFLICTS}:
            return ""
        kept = stored(row.entry_id)
        return " · ".join(filter(None, self._parts(_told(kept)))) if kept else ""

    def _parts(self, said: dict[str, Any]) -> Iterable[str]:
        yield str(self.goals.get(said.get("goal"), ""))
        yield self.responses.get(said.get("response", ""), "")
        if "answer" in said:
            yield answers(said["asked"], self.language).get(said["answer"], said["answer"])
        yield from _answer(said)
        yield str(self.levels.get(said.get("support"), ""))
        yield {1: _("a little"), 2: _("clearly"), 3: _("strongly")}.get(said.get("strength", 0), "")
        yield from (str(said[name]) for name in PLAIN if said.get(name))


def _answer(said: dict[str, Any]) -> Iterable[str]:
    if "success" in said:
        yield _("got it") if said["success"] else _("not yet")
    if "value" in said:
        yield f"{said['value']:g}"
    if "steps" in said:
        yield _("steps %(steps)s") % {"steps": ", ".join(map(str, said["steps"])) or "–"}


def _read(row: SetAside) -> Entry | None:
    try:
        return read_again(row.said)
    except ValueError:
        return None


def _told(kept: Any) -> dict[str, Any]:
    """A row of the record under the names an entry has."""
    row = vars(kept)
    said = {name: row[name] for name in (*PLAIN, "strength") if name in row}
    said |= {"goal": row.get("goal_id"), "support": row.get("support_id")}
    said |= {name: row[name] for name in ("success", "value") if row.get(name) is not None}
    if isinstance(kept, Response):
        said["response"] = kept.kind
    if isinstance(kept, CheckIn):
        said |= {"asked": kept.asked, "answer": kept.answer}
    return said
