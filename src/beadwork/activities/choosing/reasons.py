"""The soft reasons: how strongly each speaks for every activity today, and by which facts for one of them.

Strengths are 0–1, those of `taste`, `worked`, `gain` and `energy` −1–1, that of `variety` −1–0.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from beadwork.activities.choosing.history import TASTES, Numbers, Past
from beadwork.activities.choosing.shelf import Shelf
from beadwork.activities.choosing.situation import Situation

BY_STEP, BY_SKILL, BY_AREA = 1.0, 0.7, 0.4
"""How strongly an activity serves a goal: by a shared step or by name; by area and skill; by area alone."""

AFTER_NEXT, BEFORE_NEXT = 0.5, 0.2
BUILDS = np.array([0.0, 0.6, 1.0, 0.4, 0.0])
WEARS = np.array([0.0, 0.0, -0.25, -0.7, -1.0])
"""What was done so often in the last visits: how far practice still builds, and how far it wears off."""

ENERGY = {
    "warm-up": {"raises": 1.0, "steadies": 0.4, "lowers": -0.3},
    "work": {"raises": 0.2, "steadies": 0.5, "lowers": 0.0},
    "calm-down": {"raises": -1.0, "steadies": 0.4, "lowers": 1.0},
    "home": {"raises": 0.0, "steadies": 0.0, "lowers": 0.0},
}
TIRED = "tires-quickly"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its points and its facts: the words it rests on, and numbers where it has any."""

    name: str
    points: float
    words: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()


def serving(shelf: Shelf, situation: Situation) -> Numbers:
    """How strongly each activity serves each goal: n × goals."""
    columns = [_serving(shelf, situation, number) for number in range(len(situation.aims))]
    return np.column_stack(columns) if columns else np.zeros((len(shelf), 0))


def _serving(shelf: Shelf, situation: Situation, number: int) -> Numbers:
    aim = situation.aims[number]
    by_step = shelf.any("steps", aim.steps) | shelf.has("goals", aim.template)
    by_area = shelf.has("areas", aim.area)
    by_skill = by_area & shelf.any("skills", aim.skills)
    weak = 0.0 if aim.skills else BY_AREA
    return np.select([by_step, by_skill, by_area], [BY_STEP, BY_SKILL, weak], 0.0)


def served(shelf: Shelf, situation: Situation) -> dict[str, frozenset[str]]:
    """By the slug of each activity, the goals (keys) it serves."""
    strong = serving(shelf, situation)
    keys = [aim.key for aim in situation.aims]
    return {
        one.slug: frozenset(key for key, strength in zip(keys, strong[place], strict=True) if strength)
        for place, one in enumerate(shelf.activities)
    }


def together(serves: Numbers, wanted: Numbers) -> Numbers:
    """What an activity does for several goals: more for two than for one, at most 1."""
    return np.asarray(1.0 - np.prod(1.0 - serves * wanted, axis=1))


def strengths(shelf: Shelf, situation: Situation, past: Past) -> dict[str, Numbers]:
    """Every reason that depends neither on the part of the visit nor on what is already planned."""
    often = np.minimum(past.lately, len(WEARS) - 1).astype(int)
    went_well = past.engaged >= past.usual
    return {
        "step": _next_step(shelf, situation),
        "interest": 1.0 - 0.5 ** shelf.count("interests", situation.interests),
        "taste": np.clip(2.0 * (past.expected - past.usual), -1, 1),
        "worked": np.clip(2.0 * (past.engaged - past.expected), -1, 1),
        "gain": np.clip(2.0 * past.gained, -1, 1),
        "repetition": np.where(went_well, BUILDS[often], 0.0),
        "variety": WEARS[often],
        "fresh": (~past.ever).astype(float),
        "equipment": shelf.any("equipment", situation.equipment).astype(float),
        "household": shelf.household.astype(float),
        "care": shelf.any("minded", situation.precautions).astype(float),
        "approach": shelf.any("sensory", situation.dislikes & situation.approached).astype(float),
    }


def _next_step(shelf: Shelf, situation: Situation) -> Numbers:
    best = np.zeros(len(shelf))
    for path, step in situation.nexts.items():
        for number, ref in enumerate(shelf.paths.get(path, ())):
            if number <= step + 1:
                said = 1.0 if number == step else AFTER_NEXT if number > step else BEFORE_NEXT
                best = np.maximum(best, said * shelf.has("steps", ref))
    return best


def energy(shelf: Shelf, situation: Situation, part: str) -> Numbers:
    """How an activity's energy fits a part of the visit."""
    fit = sum(shelf.has("energy", word) * value for word, value in ENERGY[part].items())
    tired = shelf.has("energy", "raises") * (0.5 if TIRED in situation.precautions else 0.0)
    return np.asarray(fit - tired, dtype=float)


def facts(
    name: str, place: int, shelf: Shelf, situation: Situation, past: Past
) -> tuple[tuple[str, ...], ...]:
    """The words and the numbers a reason rests on for one activity: what its sentence is built from."""
    words = _WORDS.get(name, _no_words)(place, shelf, situation, past)
    return tuple(words), _NUMBERS.get(name, _no_numbers)(place, past)  # type: ignore[return-value]


def _steps(place: int, shelf: Shelf, situation: Situation, past: Past) -> list[str]:
    near = [
        ref for path, step in situation.nexts.items() for ref in shelf.paths.get(path, ())[step : step + 2]
    ]
    mine = set(shelf.activities[place].steps)
    return [ref for ref in near if ref in mine][:2]


def _liked(place: int, shelf: Shelf, situation: Situation, past: Past) -> list[str]:
    """What of it the child takes to (or does not), the strongest first: "field/word"."""
    sign = 1.0 if past.expected[place] >= past.usual else -1.0
    said = [
        (-sign * liking, f"{field}/{word}")
        for field in TASTES
        for word, liking in zip(shelf.words(field), past.words[field], strict=True)
        if shelf.has(field, word)[place]
    ]
    return [word for strength, word in sorted(said)[:2] if strength < 0]


def _shared(field: str, wanted: str) -> Callable[[int, Shelf, Situation, Past], list[str]]:
    def words(place: int, shelf: Shelf, situation: Situation, past: Past) -> list[str]:
        return [word for word in sorted(getattr(situation, wanted)) if shelf.has(field, word)[place]]

    return words


def _no_words(place: int, shelf: Shelf, situation: Situation, past: Past) -> list[str]:
    return []


def _no_numbers(place: int, past: Past) -> tuple[float, ...]:
    return ()


_WORDS: Mapping[str, Callable[[int, Shelf, Situation, Past], list[str]]] = {
    "step": _steps,
    "taste": _liked,
    "interest": _shared("interests", "interests"),
    "equipment": _shared("equipment", "equipment"),
    "care": _shared("minded", "precautions"),
    "approach": _shared("sensory", "approached"),
    "energy": lambda place, shelf, situation, past: [shelf.activities[place].energy],
}
_NUMBERS: Mapping[str, Callable[[int, Past], tuple[float, ...]]] = {
    "worked": lambda place, past: (float(past.told[place]), round(float(past.engaged[place]), 2)),
    "gain": lambda place, past: (round(float(past.gained[place]), 2),),
    "repetition": lambda place, past: (float(past.lately[place]),),
    "variety": lambda place, past: (float(past.lately[place]),),
}
