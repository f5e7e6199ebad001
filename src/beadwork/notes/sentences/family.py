"""The visit in plain words for the family: what went well, then what was hard and what helped, then what comes."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from beadwork.knowledge import item
from beadwork.notes import evidence
from beadwork.notes.facts import Facts, GoalFacts
from beadwork.notes.sentences.sentence import Part, Sentence, capital, key
from beadwork.plan.models.scale import Scale
from beadwork.progress.words import say_level, say_rung
from beadwork.visits.journal import Line
from beadwork.visits.models import Visit

FAMILY = Part.FAMILY
SOON = timedelta(minutes=3)
GLAD = {"pride": gettext_lazy(", and proud of it"), "joy": gettext_lazy(", with joy")}
"""What is told with the goal it came after."""


def told(facts: Facts) -> Iterator[Sentence]:
    """Goals the family sees, how the child was, what was written for them, and the next visit."""
    for one in facts.goals:
        if one.goal.is_shared:
            yield _goal(one, facts)
    good = [line for line in facts.responses if item("response", line.words).mood == "good"]
    told_already = {line.id for one in facts.goals if one.goal.is_shared for line in _after(one, facts)}
    if rest := [line for line in good if line.id not in told_already]:
        yield _good(facts.child.given_name, rest)
    for slug in dict.fromkeys(line.words for line in facts.responses if line not in good and line.helped):
        yield _hard([line for line in facts.responses if line.words == slug and line.helped])
    for line in (*facts.remarks, *(remark for one in facts.goals for remark in one.remarks)):
        if line.for_family:
            yield Sentence(key(FAMILY, "remark", line.id), FAMILY, line.words, (evidence.remark(line),))
    if facts.next_visit is not None:
        yield _next(facts.next_visit)


def _goal(one: GoalFacts, facts: Facts) -> Sentence:
    """The best try with its help, and the pride or joy right after a try: what the child can do is what is told."""
    words = {"goal": capital(one.goal.family_name), "level": _level(one), "help": _help(one)}
    if not words["level"]:
        said = _("%(goal)s today, %(help)s") % words
    else:
        said = _("%(goal)s today: %(level)s, %(help)s") % words
    felt = _after(one, facts)
    glad = [str(GLAD[slug]) for slug in dict.fromkeys(line.words for line in felt)]
    sources = (*evidence.tries(one), *map(evidence.response, felt))
    return Sentence(key(FAMILY, "goal", one.goal.pk), FAMILY, f"{said}{''.join(glad)}.", sources)


def _after(one: GoalFacts, facts: Facts) -> list[Line]:
    """Pride or joy that came soon after a try at this goal, with no try at another goal between."""
    return [
        line for line in facts.responses if line.words in GLAD and _goal_before(line, facts) == one.goal.pk
    ]


def _goal_before(line: Line, facts: Facts) -> UUID | None:
    """The goal of the last try before a response, if it was not long ago."""
    tries = (one for goal in facts.goals for one in goal.lines if line.at - SOON <= one.at <= line.at)
    last = max(tries, key=lambda one: (one.at, one.id), default=None)
    return last.goal_id if last else None


def _best(one: GoalFacts) -> Line:
    """The try with the highest level, the one with least help among equals."""
    ranks = {level.pk: level.rank for level in one.goal.ladder.levels.all()}
    return max(one.lines, key=lambda line: (line.value or 0.0, ranks[line.support_id]))  # type: ignore[index]


def _level(one: GoalFacts) -> str:
    """What was reached; nothing where all of it was, or where the help says it all."""
    measure, point = one.series.measure, one.point
    if measure.scale == Scale.SUPPORT:
        return ""
    if measure.scale == Scale.ACCURACY:
        good = sum(tally.times for tally in point.tallies if tally.success)
        return _("it worked %(good)d of %(tried)d times") % {"good": good, "tried": point.tries}
    if measure.scale == Scale.STEPS:
        best = _best(one).value or 0.0
        return "" if best == measure.high else say_level(measure, best)
    if measure.scale == Scale.ATTAINMENT:
        described = dict(measure.described).get(round(_best(one).value or 0.0), "")
        return described[:1].lower() + described[1:]
    return say_level(measure, point.level)


def _help(one: GoalFacts) -> str:
    """The help of the best try, or, where all tries count together, the usual one."""
    measure = one.series.measure
    if measure.scale in (Scale.STEPS, Scale.ATTAINMENT):
        ranks = {level.pk: level.rank for level in one.goal.ladder.levels.all()}
        return say_rung(measure.rung(ranks[_best(one).support_id]), family=True)  # type: ignore[index]
    return say_rung(one.point.usual, family=True)


def _good(name: str, lines: list[Line]) -> Sentence:
    names = ", ".join(_felt(slug) for slug in dict.fromkeys(line.words for line in lines))
    text = _("Today %(name)s showed %(feelings)s.") % {"name": name, "feelings": names}
    return Sentence(key(FAMILY, "good"), FAMILY, text, tuple(map(evidence.response, lines)))


def _felt(slug: str) -> str:
    name: str = item("response", slug).family_words(get_language() or "en")
    return name[:1].lower() + name[1:]


def _hard(lines: list[Line]) -> Sentence:
    """Something hard is told with what helped, or not at all."""
    helped = ", ".join(dict.fromkeys(line.helped for line in lines))
    text = _("There was a moment of %(feeling)s. What helped: %(helped)s.") % {
        "feeling": _felt(lines[0].words), "helped": helped,
    }  # fmt: skip
    return Sentence(key(FAMILY, f"hard-{lines[0].words}"), FAMILY, text, tuple(map(evidence.response, lines)))


def _next(visit: Visit) -> Sentence:
    when = partial(evidence.clock, visit.planned_at, visit.practice.zone)
    words = _("Next visit: %(weekday)s, %(day)s, %(time)s") % {
        "weekday": when("l"), "day": when("MONTH_DAY_FORMAT"), "time": when("TIME_FORMAT"),
    }  # fmt: skip
    return Sentence(key(FAMILY, "visit", visit.pk), FAMILY, words, (evidence.visit(visit),))
