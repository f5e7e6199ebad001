"""What it means: the change since the start, where the goal stands by its own rule, and the skill it took."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.notes import evidence
from beadwork.notes.facts import Facts, GoalFacts
from beadwork.notes.sentences.sentence import Part, Sentence, key
from beadwork.plan.models.scale import Scale
from beadwork.progress.mastery import State, mastery, meets, rule_of
from beadwork.progress.summary import summary
from beadwork.progress.words import say_rung

ASSESSMENT = Part.ASSESSMENT
COMPARED = 3  # occasions at the end, and as many at the start: what `progress.summary` compares


def meant(facts: Facts) -> Iterator[Sentence]:
    """Goal by goal."""
    for one in facts.goals:
        yield _change(one)
        if rule_of(one.version, one.series.measure) is not None:
            yield _toward(one)
        if skill := _skill(one):
            yield skill


def _change(one: GoalFacts) -> Sentence:
    """Now and at the start; with few occasions it says so itself."""
    points = one.series.points
    used = dict.fromkeys((*points[:COMPARED], *points[-COMPARED:]))
    sources = (evidence.version(one.first), *evidence.beads(one.series.measure, used))
    said = summary(one.series, one.first)
    frame = (
        _("%(goal)s, over the last three times: %(words)s") if said.is_enough else _("%(goal)s: %(words)s")
    )
    words = frame % {"goal": one.goal.name, "words": said.answer[:1].lower() + said.answer[1:]}
    return Sentence(key(ASSESSMENT, "change", one.goal.pk), ASSESSMENT, words, sources)


def _toward(one: GoalFacts) -> Sentence:
    """Whether this visit shows the goal, and what its rule still asks for."""
    measure = one.series.measure
    rule = rule_of(one.version, measure)
    assert rule is not None
    state = mastery(one.series, rule)
    facts = {
        "goal": one.goal.name, "running": state.running, "asked": rule.running, "settings": len(state.settings),
        "places": rule.settings,
    }  # fmt: skip
    if state.state in (State.REACHED, State.KEPT):
        words = _("%(goal)s: the goal is reached by its own rule.")
    elif not meets(one.point, rule, measure):
        words = _("%(goal)s: today did not yet show the level and the help the goal asks for.")
    else:
        words = _(
            "%(goal)s: today showed what the goal asks for; shown %(running)d of %(asked)d times in a row, "
            "in %(settings)d of %(places)d places."
        )
    sources = (evidence.version(one.version), *evidence.beads(measure, state.shown or (one.point,)))
    return Sentence(key(ASSESSMENT, "toward", one.goal.pk), ASSESSMENT, words % facts, sources)


def _skill(one: GoalFacts) -> Sentence | None:
    """What asked for a therapist: help chosen try by try, beyond what the goal allows."""
    allowed = one.version.target_support
    if allowed is None or one.goal.scale == Scale.SUPPORT:
        return None
    ranks = {level.pk: level.rank for level in one.goal.ladder.levels.all()}
    over = [line for line in one.lines if ranks[line.support_id] < allowed.rank]  # type: ignore[index]
    if not over:
        return None
    measure = one.series.measure
    used = sorted({ranks[line.support_id] for line in one.lines})  # type: ignore[index]
    facts = {
        "goal": one.goal.name, "n": len(over), "all": len(one.lines), "most": say_rung(measure.rung(used[0])),
        "least": say_rung(measure.rung(used[-1])), "allowed": say_rung(measure.rung(allowed.rank)),
    }  # fmt: skip
    words = ngettext(
        "%(goal)s: %(n)d of %(all)d try took more help than the goal allows (%(allowed)s)",
        "%(goal)s: %(n)d of %(all)d tries took more help than the goal allows (%(allowed)s)",
        len(one.lines),
    )  # fmt: skip
    graded = (
        _("; the therapist graded it try by try, from “%(most)s” to “%(least)s”") if len(used) > 1 else ""
    )
    return Sentence(
        key(ASSESSMENT, "skill", one.goal.pk), ASSESSMENT, f"{words}{graded}." % facts, evidence.tries(one)
    )
