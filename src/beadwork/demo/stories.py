"""Who the children of the made-up practice are: some with a story of their own, the others put together by seed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from beadwork.demo.learning import USUAL
from beadwork.demo.texts import content

DAYS_A_MONTH = 30.4375
WEEKS = 78
YOUNGEST, OLDEST = 8, 216


@dataclass(frozen=True)
class Guardian:
    """A grown-up of a story."""

    name: str
    email: str
    relation: str
    home: str
    language: str


@dataclass(frozen=True)
class Story:
    """What will be true of one child: who she is, what is worked on, and how it goes."""

    given: str
    family: str
    born_on: date
    since: int
    goals: tuple[tuple[dict[str, Any], str], ...]
    worry: str
    home_days: int
    guardians: tuple[Guardian, ...]
    called: str = ""
    gestation_weeks: int | None = None
    facts: dict[str, list[str]] = field(default_factory=dict)
    teacher: bool = False

    def name(self) -> str:
        """What the texts call the child."""
        return self.called or self.given


def stories(count: int, today: date, random: Random) -> Iterator[Story]:
    """`count` children, those with a story of their own first."""
    told = content("children")["child"][:count]
    for entry in told:
        yield _told(entry, today, random)
    for number in range(len(told), count):
        yield _put_together(number, today, random)


def _told(entry: dict[str, Any], today: date, random: Random) -> Story:
    goals = tuple((_goal(key), course) for key, course in entry["goals"])
    given = entry.get("guardians")
    number = 0 if given else random.randrange(10**6)
    return Story(
        given=entry["given"], family=entry["family"], called=entry.get("called", ""),
        born_on=_born(today, entry["age"]), gestation_weeks=entry.get("gestation_weeks"),
        since=entry["since"], goals=goals, worry=entry["worry"], home_days=entry["home"], facts=entry["facts"],
        guardians=tuple(Guardian(**one) for one in given) if given else _family(entry["family"], number, random),
        teacher=entry.get("teacher", False),
    )  # fmt: skip


def _put_together(number: int, today: date, random: Random) -> Story:
    people = content("people")
    age = random.randrange(YOUNGEST, OLDEST)
    since = min(random.choice((2, 3, 4, 6, 8, 8, 10, 12, 15, 20, 26, 40)), int(age * DAYS_A_MONTH / 7) - 12)
    family = random.choice(people["family"])
    return Story(
        given=random.choice(people["given"]), family=family, born_on=_born(today, age, random),
        since=since, goals=_fitting_goals(age, random), worry=random.choice(people["worries"]),
        home_days=random.choice((0, 0, 1, 1, 1, 2)), guardians=_family(family, number, random),
        gestation_weeks=random.choice((None, 29, 33)) if age < 24 else None, facts=_facts(random),
    )  # fmt: skip


def _born(today: date, months: int, random: Random | None = None) -> date:
    return today - timedelta(days=int(months * DAYS_A_MONTH) + (random.randrange(30) if random else 9))


def _goal(key: str) -> dict[str, Any]:
    return next(goal for goal in content("goals")["goal"] if goal["key"] == key)


def _fitting_goals(age: int, random: Random) -> tuple[tuple[dict[str, Any], str], ...]:
    """One to three goals for the age, each with a course of its own."""
    fitting = [goal for goal in content("goals")["goal"] if goal["ages"][0] <= age <= goal["ages"][1]]
    fitting = [goal for goal in fitting if goal["key"] != "prosthesis"]
    chosen = random.sample(fitting, min(len(fitting), random.choice((1, 2, 2, 3))))
    return tuple((goal, random.choice(USUAL)) for goal in chosen)


def _family(family: str, number: int, random: Random) -> tuple[Guardian, ...]:
    """One or two guardians; about one family in six lives in two homes."""
    grown = content("people")["grown"]
    two_homes = random.random() < 1 / 6
    names = random.sample(grown, random.choice((1, 2, 2)))
    return tuple(
        Guardian(
            name=f"{name} {family}", email=f"{name}.{number}@example.org".lower(),
            relation=random.choice(("mother", "father", "grandmother")) if index else "mother",
            home=("Home", "Second home")[index * two_homes], language=random.choice(("en", "en", "es")),
        )
        for index, name in enumerate(names)
    )  # fmt: skip


def _facts(random: Random) -> dict[str, list[str]]:
    """What is worth knowing: always a liking and something that helps, the rest now and then."""
    people = content("people")
    facts = {"interest": random.sample(people["interests"], 2), "helps": random.sample(people["helps"], 2)}
    rarely = {"sensitivity": 0.4, "allergy": 0.12, "precaution": 0.12, "condition": 0.3, "equipment": 0.3}
    lists = {"sensitivity": "sensitivities", "allergy": "allergies", "precaution": "precautions",
             "condition": "conditions", "equipment": "equipment"}  # fmt: skip
    for kind, chance in rarely.items():
        if random.random() < chance:
            facts[kind] = [random.choice(people[lists[kind]])]
    return facts
