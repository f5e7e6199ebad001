"""What was seen: each goal's level and help beside the visits before, what was done and how long, how the child was."""

from collections.abc import Iterator

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.notes import evidence
from beadwork.notes.agreement import Agreement
from beadwork.notes.facts import Facts, GoalFacts
from beadwork.notes.sentences.sentence import Part, Sentence, capital, key, listed
from beadwork.plan.models.scale import Scale
from beadwork.progress.words import say_point, say_rung
from beadwork.visits.journal import Line

OBJECTIVE = Part.OBJECTIVE


def seen(facts: Facts) -> Iterator[Sentence]:
    """Goal by goal, then remarks, activities and responses."""
    for one in facts.goals:
        yield _level(one)
        if one.agreement:
            yield _agreed(one, one.agreement)
        for line in one.remarks:
            yield _remark(line, one.goal.name)
    for line in facts.remarks:
        yield _remark(line, "")
    if facts.activities:
        yield _activities(facts.activities)
    for slug in dict.fromkeys(line.words for line in facts.responses):
        yield _response([line for line in facts.responses if line.words == slug])


def _level(one: GoalFacts) -> Sentence:
    sources = (*evidence.tries(one), *evidence.beads(one.series.measure, one.before))
    words = " ".join(filter(None, (_today(one), _most_help(one), _before(one))))
    return Sentence(key(OBJECTIVE, "goal", one.goal.pk), OBJECTIVE, words, sources)


def _today(one: GoalFacts) -> str:
    measure, point = one.series.measure, one.point
    facts = {
        "goal": one.goal.name, "level": say_point(measure, point), "help": say_rung(point.usual), "n": point.tries
    }  # fmt: skip
    if measure.scale == Scale.ACCURACY:
        return _("%(goal)s: %(level)s, mostly %(help)s.") % facts
    if measure.scale == Scale.SUPPORT:
        return (
            ngettext("%(goal)s: %(level)s (%(n)d try).", "%(goal)s: %(level)s (%(n)d tries).", point.tries)
            % facts
        )
    words = ngettext(
        "%(goal)s: %(level)s, %(help)s (%(n)d try).",
        "%(goal)s: %(level)s, mostly %(help)s (%(n)d tries).",
        point.tries,
    )
    return words % facts


def _most_help(one: GoalFacts) -> str:
    point = one.point
    if point.most.rank == point.usual.rank:
        return ""
    return _("The most help any try needed: %(help)s.") % {"help": say_rung(point.most)}


def _before(one: GoalFacts) -> str:
    if not one.before:
        return ""
    levels = listed(say_point(one.series.measure, point) for point in one.before)
    return ngettext("The visit before: %(levels)s.", "The visits before: %(levels)s.", len(one.before)) % {
        "levels": levels
    }


def _agreed(one: GoalFacts, agreed: Agreement) -> Sentence:
    """How far a second observer saw the same."""
    n = len(agreed.pairs)
    facts = {
        "goal": one.goal.name, "who": ", ".join(agreed.observers), "same": agreed.same, "n": n,
        "share": round(100 * agreed.same / n), "help": agreed.same_help, "kappa": localize(round(agreed.kappa or 0, 2)),
    }  # fmt: skip
    words = ngettext(
        "%(goal)s, with a second observer (%(who)s): the same result in %(same)d of %(n)d try (%(share)d%%)",
        "%(goal)s, with a second observer (%(who)s): the same result in %(same)d of %(n)d tries (%(share)d%%)",
        n,
    )
    if one.goal.scale != Scale.SUPPORT:
        words += _(", the same help in %(help)d")
    if agreed.kappa is not None:
        words += _("; beyond chance, kappa %(kappa)s")
    sources = (*evidence.tries(one), *evidence.seconds(one))
    return Sentence(key(OBJECTIVE, "agreed", one.goal.pk), OBJECTIVE, f"{words}." % facts, sources)


def _remark(line: Line, about: str) -> Sentence:
    text = f"{about}: {line.words}" if about else line.words
    return Sentence(key(OBJECTIVE, "remark", line.id), OBJECTIVE, text, (evidence.remark(line),))


def _activities(lines: tuple[Line, ...]) -> Sentence:
    minutes = sum(line.number for line in lines)
    words = _("Done together: %(activities)s; %(n)d minutes in all.") % {
        "activities": listed(evidence.activity(line).words for line in lines), "n": minutes,
    }  # fmt: skip
    return Sentence(key(OBJECTIVE, "activities"), OBJECTIVE, words, tuple(map(evidence.activity, lines)))


def _response(lines: list[Line]) -> Sentence:
    """One kind of response: how often, how strong at most, during what, and what helped."""
    strongest = max(lines, key=lambda line: line.number)
    words = [f"{evidence.response_name(strongest)}, {evidence.strength(strongest)}"]
    if len(lines) > 1:
        words.append(_("%(n)d times") % {"n": len(lines)})
    if during := list(dict.fromkeys(line.during for line in lines if line.during)):
        words.append(_("during %(what)s") % {"what": ", ".join(during)})
    if helped := list(dict.fromkeys(line.helped for line in lines if line.helped)):
        words.append(_("what helped: %(what)s") % {"what": ", ".join(helped)})
    text = f"{capital(listed(words))}."
    return Sentence(
        key(OBJECTIVE, f"response-{lines[0].words}"), OBJECTIVE, text, tuple(map(evidence.response, lines))
    )
