"""What comes next: the goals as the plan has them, practice at home, the next visit."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from beadwork.home.models import Routine
from beadwork.notes import evidence
from beadwork.notes.facts import Facts, GoalFacts
from beadwork.notes.sentences.sentence import Part, Sentence, key
from beadwork.plan.models.scale import Scale
from beadwork.progress.mastery import State, mastery, rule_of
from beadwork.progress.words import say_level, say_place, say_rung
from beadwork.visits.models import Visit

PLAN = Part.PLAN


def next_steps(facts: Facts) -> Iterator[Sentence]:
    """Goal by goal, then home, then the next visit."""
    for one in facts.goals:
        if one.version.target is not None:
            yield _goal(one)
    for routine in facts.routines:
        yield _home(routine)
    if facts.next_visit is not None:
        yield _next(facts.next_visit)


def _goal(one: GoalFacts) -> Sentence:
    rule = rule_of(one.version, one.series.measure)
    reached = rule is not None and mastery(one.series, rule).state in (State.REACHED, State.KEPT)
    words = _reached(one) if reached else _go_on(one)
    return Sentence(key(PLAN, "goal", one.goal.pk), PLAN, words, (evidence.version(one.version),))


def _reached(one: GoalFacts) -> str:
    return _("%(goal)s: see whether it stays, and agree with the family on what comes next.") % {
        "goal": one.goal.name
    }


def _go_on(one: GoalFacts) -> str:
    """Toward the target, at the help that is fine then, by the day it is looked at again."""
    version, measure = one.version, one.series.measure
    target = say_level(measure, version.target or 0.0)
    wanted = [target] if version.target_support is None or one.goal.scale == Scale.SUPPORT else [
        target, say_rung(measure.rung(version.target_support.rank))
    ]  # fmt: skip
    facts = {"goal": one.goal.name, "wanted": ", ".join(wanted)}
    if version.review_on is None:
        return _("%(goal)s: go on toward %(wanted)s.") % facts
    day = date_format(version.review_on)
    return _("%(goal)s: go on toward %(wanted)s; looked at again on %(day)s.") % {**facts, "day": day}


def _home(routine: Routine) -> Sentence:
    words = _("At home (%(moment)s, %(n)d min): %(words)s") % {
        "moment": routine.moment, "n": routine.minutes, "words": routine.words,
    }  # fmt: skip
    return Sentence(key(PLAN, "home", routine.pk), PLAN, words, (evidence.routine(routine),))


def _next(visit: Visit) -> Sentence:
    when = evidence.clock(visit.planned_at, visit.practice.zone, "SHORT_DATETIME_FORMAT")
    words = _("Next visit: %(when)s, %(where)s.") % {"when": when, "where": say_place(visit.place)}
    return Sentence(key(PLAN, "visit", visit.pk), PLAN, words, (evidence.visit(visit),))
