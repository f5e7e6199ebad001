"""The hard rules: each excludes, and says by which words. Two ways that must agree: all activities at once, and one.

Kinds: `danger` (nobody puts it into a plan while the fact holds), `check` (comes with a condition: a clinician
decides), `fit` (does not fit today: a clinician may know better).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from beadwork.activities.choosing.shelf import FAR, Mask, Shelf
from beadwork.activities.choosing.situation import Situation

BEYOND = 1
NOTHING: frozenset[str] = frozenset()
HAZARDS = {
    "choking": frozenset({"eats-non-food", "choking-risk"}),
    "swallowing": frozenset({"eats-non-food"}),
    "traffic": frozenset({"runs-off"}),
    "skin": frozenset({"skin-fragile"}),
    "water": frozenset({"tracheostomy"}),
}
"""Hazards that exclude with one of these noted, unless the activity itself says what to do with that precaution."""

MOUTHING_MONTHS = 36
NOT_BY_MOUTH_AGE = frozenset({"swallowing"})
"""Hazards that exclude before the third birthday, when things still go into mouths."""

FOODS = frozenset(
    {"milk", "egg", "fish", "shellfish", "tree-nut", "peanut", "wheat", "soy", "sesame", "fruit", "corn"}
)
LATEX = "latex-allergy"
ALLERGIES = {"food-allergy": FOODS, LATEX: frozenset({"latex"})}
"""Precautions that stand for allergens. A food allergy without its food excludes every food."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `which` asks all activities, `what` one of them: the words that break it."""

    name: str
    kind: str
    which: Callable[[Shelf, Situation], Mask]
    what: Callable[[Any, Situation, Shelf], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule an activity breaks today, and the words it breaks it by."""

    rule: str
    kind: str
    words: tuple[str, ...]


def allergens(situation: Situation) -> frozenset[str]:
    """The allergens noted, and those that a noted precaution stands for."""
    foods = situation.allergens & FOODS
    stood_for = [
        words
        for precaution, words in ALLERGIES.items()
        if precaution in situation.precautions and not (precaution == "food-allergy" and foods)
    ]
    return situation.allergens.union(*stood_for)


def excluded(shelf: Shelf, situation: Situation) -> Mask:
    """Which activities a hard rule excludes."""
    out = np.zeros(len(shelf), dtype=bool)
    for rule in RULES.values():
        out |= rule.which(shelf, situation)
    return out


def faults(activity: Any, situation: Situation, shelf: Shelf) -> tuple[Fault, ...]:
    """Every rule an activity breaks today."""
    found = ((rule, rule.what(activity, situation, shelf)) for rule in RULES.values())
    return tuple(Fault(rule.name, rule.kind, tuple(sorted(words))) for rule, words in found if words)


def _met(activity: Any, precautions: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each hazard of an activity with a precaution it must not meet and that the activity does not mind itself."""
    minded = {one.when for one in activity.precautions}
    for hazard in activity.hazards:
        for precaution in (HAZARDS.get(hazard, NOTHING) & precautions) - minded:
            yield hazard, precaution


def _meeting(shelf: Shelf, precautions: frozenset[str]) -> Mask:
    out = np.zeros(len(shelf), dtype=bool)
    for hazard, meets in HAZARDS.items():
        for precaution in meets & precautions:
            out |= shelf.has("hazards", hazard) & ~shelf.has("minded", precaution)
    return out


def _hazards(activity: Any, situation: Situation) -> frozenset[str]:
    too_young = NOT_BY_MOUTH_AGE if situation.months < MOUTHING_MONTHS else NOTHING
    return frozenset(hazard for hazard, _ in _met(activity, situation.precautions)) | (
        too_young.intersection(activity.hazards)
    )


def _hazardous(shelf: Shelf, situation: Situation) -> Mask:
    met = _meeting(shelf, situation.precautions)
    return met | shelf.any("hazards", NOT_BY_MOUTH_AGE) if situation.months < MOUTHING_MONTHS else met


def _implied(situation: Situation) -> frozenset[str]:
    return frozenset(situation.implied.keys() - situation.precautions)


def _unsure(shelf: Shelf, situation: Situation) -> Mask:
    """Not to be done with a precaution that may come with a condition: contraindicated, its latex, or its hazard."""
    implied = _implied(situation)
    out = shelf.any("contraindicated", implied) | _meeting(shelf, implied)
    return out | shelf.has("allergens", "latex") if LATEX in implied else out


def _unsure_words(activity: Any, situation: Situation) -> frozenset[str]:
    implied = _implied(situation)
    found = implied.intersection(activity.contraindicated) | {word for _, word in _met(activity, implied)}
    return found | ({LATEX} & implied if "latex" in activity.allergens else NOTHING)


def _far(shelf: Shelf, situation: Situation) -> Mask:
    """Everything it practises of the paths somebody works on lies more than one step beyond the next."""
    beyond, near = np.zeros(len(shelf), dtype=bool), np.zeros(len(shelf), dtype=bool)
    for path, step in situation.nexts.items():
        if (first := shelf.first.get(path)) is not None:
            beyond |= (first > step + BEYOND) & (first < FAR)
            near |= first <= step + BEYOND
    return beyond & ~near


def _far_steps(activity: Any, situation: Situation, shelf: Shelf) -> frozenset[str]:
    far = set()
    for path, step in situation.nexts.items():
        steps = shelf.paths.get(path, ())
        mine = [ref for ref in activity.steps if ref in steps]
        if any(steps.index(ref) <= step + BEYOND for ref in mine):
            return frozenset()
        far.update(mine)
    return frozenset(far)


def _missing(shelf: Shelf, situation: Situation) -> Mask:
    if situation.materials is None:
        return np.zeros(len(shelf), dtype=bool)
    return shelf.count("materials", situation.materials) < shelf.total("materials")


def _gone(activity: Any, situation: Situation) -> frozenset[str]:
    return frozenset() if situation.materials is None else frozenset(activity.materials) - situation.materials


def _unless(words: tuple[str, ...], wanted: frozenset[str]) -> frozenset[str]:
    return frozenset() if wanted.intersection(words) else frozenset(words)


RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "allergen", "danger",
            lambda shelf, now: shelf.any("allergens", allergens(now)),
            lambda one, now, _: allergens(now).intersection(one.allergens),
        ),
        Rule(
            "precaution", "danger",
            lambda shelf, now: shelf.any("contraindicated", now.precautions),
            lambda one, now, _: now.precautions.intersection(one.contraindicated),
        ),
        Rule("hazard", "danger", _hazardous, lambda one, now, _: _hazards(one, now)),
        Rule("condition", "check", _unsure, lambda one, now, _: _unsure_words(one, now)),
        Rule(
            "age", "fit",
            lambda shelf, now: ~shelf.any("ages", now.bands),
            lambda one, now, _: _unless(one.ages, now.bands),
        ),
        Rule(
            "setting", "fit",
            lambda shelf, now: ~shelf.any("settings", now.settings),
            lambda one, now, _: _unless(one.settings, now.settings),
        ),
        Rule(
            "grouping", "fit",
            lambda shelf, now: ~shelf.has("groupings", now.grouping),
            lambda one, now, _: _unless(one.groupings, frozenset({now.grouping})),
        ),
        Rule(
            "time", "fit",
            lambda shelf, now: shelf.least > now.minutes,
            lambda one, now, _: frozenset({str(one.minutes[0])} if one.minutes[0] > now.minutes else ()),
        ),
        Rule("materials", "fit", _missing, lambda one, now, _: _gone(one, now)),
        Rule(
            "sensory", "fit",
            lambda shelf, now: shelf.any("sensory", now.avoided),
            lambda one, now, _: now.avoided.intersection(one.sensory),
        ),
        Rule("step", "fit", _far, _far_steps),
    )
}  # fmt: skip
"""Every rule by its name, the most serious first."""
