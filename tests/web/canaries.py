"""A canary in every text about a child or a grown-up, found by the privacy classes, and the rows that name somebody."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db import models

from beadwork.core.ids import new_id
from beadwork.core.privacy import Privacy
from beadwork.devices.models import Device
from beadwork.evaluation.actions import save_interview, save_observations
from beadwork.evaluation.models import Evaluation
from beadwork.knowledge import items
from beadwork.plan.actions import agree_to_plan
from beadwork.record.actions import NewResponse
from beadwork.school.models import ClassQuestion
from beadwork.visits.recording import NewActivity, record_in_visit
from tests.devices.build import said, sent
from tests.faults.breaking import everything
from tests.home.build import told
from tests.record.build import attempt, goal_row
from tests.school.build import answered
from tests.web.thread import Thread, make_thread, signed_words
from tests.world import World

CANARY = "kanarienvogel"
OURS = [model for model in apps.get_models() if model.__module__.startswith("beadwork")]
WRITTEN_ONCE = {"Note.lines", "Addendum.text", "VisitSummary.text_en", "VisitSummary.text_es"}
"""What the database does not let anybody change: the thread itself puts their canary there."""
NO_WORDS = {
    "Event.data",  # append-only: holds what was said before, which the thread itself puts there
    "Attempt.steps_done",  # numbers with commas
    "SetAside.facts",  # by name, what the words of a problem name
    "Second.steps_done",  # numbers with commas
    "Outlook.told",  # plain numbers; the words are made when they are read
    *WRITTEN_ONCE,
    "PlannedActivity.why", "VisitPlan.proposed", "VisitPlan.without",  # names and numbers; words are made when read
    "FollowedPayer.payer",  # the name of one of the practice's own lists
    "Note.minutes",  # the names of activities, which stand in the visit's own rows
    "Caregiver.language", "Enquiry.language", "User.language",  # a code
}  # fmt: skip
ID = re.compile(r"[0-9a-f]{32}")
Rows = dict[str, set[str]]


def make_whole_thread(world: World) -> Thread:
    """Mia's thread with a row in every table: also what only some children have."""
    thread, by = make_thread(world), {"by": world.ana, "at": world.now}
    opened = Evaluation.objects.get(pk=thread.ids["evaluation"])
    save_interview(opened, {items("question")[0].slug: "Yes"}, **by)
    save_observations(opened, {items("task")[0].slug: {"did": "Drew", "support": "words"}}, **by)
    steps = goal_row(world, "steps", shared_at=world.now, shared_by=world.ana)
    felt = NewResponse(new_id(), "joy", 2, world.now, during="beads", helped="songs")
    record_in_visit(
        thread.visit, [attempt(world, steps), felt, NewActivity(new_id(), "Beads", 5, world.now)], **by
    )
    _send(world, thread)
    told(world, world.mia.routines.get(), remark="Both socks!", feeling="proud")
    answered(world, ClassQuestion.objects.get(child=world.mia), remark="Better.")
    agree_to_plan(thread.goal.plan, world.leo_caregiver, **by)
    return thread


def _send(world: World, thread: Thread) -> None:
    """What a tablet sends beside tries, and one entry that does not fit."""
    device, visit, goal = Device.objects.get(pk=thread.ids["device"]), thread.visit, thread.goal
    seen = {"goal": goal.pk, "support": goal.ladder.levels.last().pk}
    sent(
        device,
        said("check_in", visit, world.now, asked="felt", answer="fun", about="beads"),
        said("second", visit, world.now, **seen, success=True, observer="Ben"),
        said("note.draft", visit, world.now, part="plan", text="Both socks"),
        said("attempt", visit, world.now, **seen, value=3),
        at=world.now,
    )


def texts(model: type[models.Model]) -> list[models.Field]:
    """The fields of a model that hold somebody's words about a child or a grown-up."""
    classes: dict[str, Privacy] = {}
    for ancestor in reversed(model.__mro__):
        classes |= vars(ancestor).get("privacy", {})
    return [
        field
        for field in model._meta.local_concrete_fields
        if classes[field.name] in {Privacy.CHILD, Privacy.PERSON}
        and isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not isinstance(field, models.SlugField)
        and not field.choices
        and f"{model.__name__}.{field.name}" not in NO_WORDS
    ]


def plant(world: World, rows_of: Callable[[type[models.Model]], Any]) -> dict[str, str]:
    """A canary of its own in each of these fields of the rows; each field's canary by the field's name."""
    planted: dict[str, str] = dict.fromkeys(sorted(WRITTEN_ONCE), signed_words(world))
    for model in OURS:
        for field in texts(model):
            mark = f"{CANARY}{len(planted):02d}z"
            end = "@example.org" if isinstance(field, models.EmailField) else ""
            for number, row in enumerate(rows_of(model)):  # some of them must differ from row to row
                model.objects.filter(pk=row.pk).update(**{field.name: f"{mark}{number}{end}"})
            planted[f"{model.__name__}.{field.name}"] = mark
    return planted


def of_child(child: Any) -> Callable[[type[models.Model]], Any]:
    """The rows about one child: those that name her, or name one of those."""

    def rows(model: type[models.Model]) -> Any:
        names = {field.name: field.related_model for field in model._meta.fields if field.is_relation}
        if model is type(child):
            return model.objects.filter(pk=child.pk)
        if "child" in names:
            return model.objects.filter(child=child)
        way = next((name for name, to in names.items() if hasattr(to, "child")), None)
        if model.__name__ == "Caregiver":
            return model.objects.filter(guardianships__child=child)
        return model.objects.filter(**{f"{way}__child": child}) if way else model.objects.none()

    return rows


def ids(rows_of: Callable[[type[models.Model]], Any]) -> set[str]:
    """The ids of rows, as hex digits."""
    return {
        str(pk).replace("-", "")
        for model in OURS
        if model._meta.pk.name == "id"
        for pk in rows_of(model).values_list("pk", flat=True)
    }


def naming(wanted: set[str]) -> Rows:
    """Every row of the database that is, or names, one of these: what a write to them would change."""
    return {
        table: {row for row in rows if not wanted.isdisjoint(ID.findall(row.replace("-", "")))}
        for table, rows in everything(but=frozenset({"django_session"})).items()
    }


def shown(content: str, planted: Iterable[str]) -> set[str]:
    """The canaries in an answer."""
    return {mark for mark in planted if mark in content} if CANARY in content else set()
