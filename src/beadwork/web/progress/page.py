"""What the goal page shows, gathered from the goal, its versions and its series."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from beadwork.home.models import Routine
from beadwork.knowledge import item
from beadwork.people.access import Access, Can
from beadwork.plan.models import Goal, GoalVersion
from beadwork.plan.models.ladder import in_language
from beadwork.progress.actions import keep_outlooks
from beadwork.progress.forecast import question_of
from beadwork.progress.level import Rung, tries
from beadwork.progress.mastery import Mastery, State, mastery, rule_of
from beadwork.progress.outlook import Told, tell
from beadwork.progress.picture import figure
from beadwork.progress.picture.figure import setting_words
from beadwork.progress.series import Point, Series
from beadwork.progress.string import string_of
from beadwork.progress.summary import ENOUGH, dose, now_level, summary
from beadwork.progress.words import say_level, say_place, say_rung, say_tries
from beadwork.web.progress.forms import LookForm

REMARKS = 8


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One setting in the table: how often, where the child is there, how much alone, and when last."""

    name: str
    times: int
    level: str
    alone: str
    last: date


@dataclass(frozen=True, slots=True)
class HelpRow:
    """One kind of help in the table: tries with it in the first and in the last occasions, and in all."""

    name: str
    first: int
    last: int
    all: int


def goal_page(goal: Goal, look: LookForm, access: Access) -> dict[str, Any]:
    """The context of progress/goal.html."""
    whole, part = look.series, look.part()
    history = list(goal.versions.select_related("baseline_support", "target_support"))
    versions = [version for version in history if version.effective_on <= look.today] or history[:1]
    current = versions[-1] if versions else None
    rule = rule_of(current, whole.measure)
    reached = mastery(whole, rule) if rule else None
    outlook = None if reached and reached.reached_on else where_to(goal, look, current, access)
    band = outlook.band if outlook and not look.is_narrowed else None
    return {
        "goal": goal,
        "child": goal.child,
        "statement": in_short(goal, current),
        "summary": summary(whole, versions[0] if versions else None),
        "look": look,
        "beads": figure(
            string_of(goal, part, versions, mastery=reached, forecast=band, from_start=not look.is_narrowed)
        ),
        "outlook": outlook,
        "dose": dose(part) if part.points else "",
        "places": places(part),
        "helps": helps(part),
        "mastery": how_near(reached, whole),
        "reached": reached,
        "facts": [(_("Part of"), occupation(goal)), *facts(whole, versions)],
        "remarks": remarks(part),
        "versions": [(version, changes(version)) for version in reversed(history)],
        "routines": Routine.objects.filter(goal=goal, ended_at=None).order_by("shared_at"),
        "may_change": access.can(Can.PLAN),
        "may_book": access.can(Can.BOOK),
    }


def where_to(goal: Goal, look: LookForm, current: GoalVersion | None, access: Access) -> Told | None:
    """Where an open goal is going; nothing is computed unless the record changed since the last time."""
    question = question_of(look.series, rule_of(current, look.series.measure))
    if question is None or not goal.is_open:
        return None
    kept = keep_outlooks({goal: question}, at=access.at)
    return tell(kept[goal.pk], look.series, current, today=look.today)


def occupation(goal: Goal) -> str:
    """What the goal belongs to, in the clinician's words."""
    try:
        kind = item("occupation", goal.occupation)
    except KeyError:
        return ""
    return in_language(kind.in_words("en"), kind.in_words("es"))


def in_short(goal: Goal, version: GoalVersion | None) -> str:
    """What the child does, and when; how well and with what help stand beside it (`statement` has it all in one)."""
    if version is None:
        return ""
    parts = [f"{goal.child.name} {version.does} {version.manner}".strip(), version.condition]
    return ", ".join(part for part in parts if part).rstrip(".") + "."


def places(series: Series) -> list[PlaceRow]:
    """A row for each setting, the one seen most often first."""
    parts = [(setting, series.within(setting=setting)) for setting in series.settings]
    return [_place_row(setting, part) for setting, part in sorted(parts, key=lambda pair: -len(pair[1]))]


def _place_row(setting: str, part: Series) -> PlaceRow:
    last = part.points[-ENOUGH:]
    alone = sum(_alone(point, part) for point in last)
    return PlaceRow(
        name=setting_words(setting),
        times=len(part),
        level=say_level(part.measure, now_level(part)),
        alone=say_tries(alone, sum(point.tries for point in last)),
        last=last[-1].on,
    )


def _alone(point: Point, series: Series) -> int:
    return tries(tally for tally in point.tallies if tally.rank in series.measure.alone)


def helps(series: Series) -> list[HelpRow]:
    """A row for each kind of help that was used, least help first."""
    used = {tally.rank for point in series for tally in point.tallies}
    rungs = [rung for rung in reversed(series.measure.rungs) if rung.rank in used]
    return [_help_row(rung, series) for rung in rungs]


def _help_row(rung: Rung, series: Series) -> HelpRow:
    def with_it(points: tuple[Point, ...]) -> int:
        return tries(tally for point in points for tally in point.tallies if tally.rank == rung.rank)

    points = series.points
    return HelpRow(rung.name, with_it(points[:ENOUGH]), with_it(points[-ENOUGH:]), with_it(points))


def how_near(reached: Mastery | None, series: Series) -> str:
    """How far the goal is by its own rule, in a sentence."""
    if reached is None:
        return _("This goal names no target yet, so it cannot be called reached.")
    if reached.reached_on and reached.state is State.KEPT:
        return _("Reached on %(day)s, and kept since.") % {"day": date_format(reached.reached_on)}
    if reached.reached_on:
        return _("Reached on %(day)s.") % {"day": date_format(reached.reached_on)}
    if not reached.running:
        return _("Not yet.")
    return _("%(running)d of %(needed)d in a row, in %(places)d of %(settings)d places.") % {
        "running": min(reached.running, reached.rule.running),
        "needed": reached.rule.running,
        "places": min(len(reached.settings), reached.rule.settings),
        "settings": reached.rule.settings,
    }


def facts(series: Series, versions: list[GoalVersion]) -> list[tuple[str, str]]:
    """Where it began, where it is to go, and when it counts as reached."""
    if not versions:
        return []
    first, last = versions[0], versions[-1]
    rule = rule_of(last, series.measure)
    return [
        (_("At the start"), _level(series, first.baseline, first.baseline_support)),
        (_("Goal"), _level(series, rule.target if rule else None, last.target_support)),
        (_("Counts as reached"), _rule(last) if rule else ""),
        (_("Look again on"), date_format(last.review_on) if last.review_on else ""),
    ]


def _level(series: Series, level: float | None, support: Any) -> str:
    if level is None:
        return ""
    words = say_level(series.measure, level)
    return words if support is None else f"{words}, {say_rung(series.measure.rung(support.rank))}"


def _rule(version: GoalVersion) -> str:
    return _("%(running)d times in a row, in %(settings)d different places") % {
        "running": version.visits_running,
        "settings": version.settings_needed,
    }


def remarks(series: Series) -> list[tuple[str, str]]:
    """The latest things said, newest first, each with when and where."""
    said = [(point, text) for point in reversed(series.points) for text in reversed(point.remarks)]
    return [(f"{date_format(point.on)}, {say_place(point.setting)}", text) for point, text in said[:REMARKS]]


def changes(version: GoalVersion) -> str:
    """What a version is about: why it was written, or that it was the first."""
    return version.reason or (_("The goal began.") if version.number == 1 else _("The goal changed."))
