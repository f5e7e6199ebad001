"""Activities and situations for tests: made here, so that no test rests on what authors write."""

from random import Random
from typing import Any

from beadwork.activities.choosing import Aim, Done, Shelf, Situation
from beadwork.knowledge.item import Passport
from beadwork.knowledge.kinds import Activity
from beadwork.knowledge.kinds.activity import HomeVersion, Precaution, WithEquipment
from beadwork.knowledge.text import Text

HERE = Text("Here", "Aquí")
PASSPORT = Passport(
    sources=("beadwork",), licence="CC BY 4.0", reviewed_by="", reviewed_on="", next_review="2027-11-01"
)
HOME = HomeVersion(routine="dressing", minutes=3, do=(HERE, HERE), say=(HERE,), stop=HERE)
PATHS = {
    "socks": tuple(
        f"socks/{step}" for step in ("pulls-off", "last-pull", "over-the-heel", "toes-in", "both-feet")
    ),
    "scissors": tuple(f"scissors/{step}" for step in ("open-close", "snips", "across", "on-line")),
}
PLAIN: dict[str, Any] = {
    "areas": ("dressing",), "ages": ("preschool",), "skills": ("two-hands",), "factors": (), "steps": (), "goals": (),
    "interests": ("animals",), "minutes": (5, 12), "occasions": ("work",), "energy": "steadies",
    "settings": ("clinic", "home"), "groupings": ("alone",), "positions": ("bench",), "materials": ("socks",),
    "sensory": (), "allergens": (), "hazards": (), "contraindicated": (), "set_up": (HERE,), "do": (HERE,) * 3,
    "watch": (HERE,) * 2, "easier": (HERE,) * 2, "harder": (HERE,) * 2, "safety": (HERE,), "precautions": (),
    "with_equipment": (), "home": HOME, "icons": ("sit", "sock", "pull"),
}  # fmt: skip


def activity(
    slug: str, *, minds: tuple[str, ...] = (), variants: tuple[str, ...] = (), **more: Any
) -> Activity:
    """An activity for a four-year-old's socks at a table, unless it says otherwise.

    `minds`: precautions it says what to do with. `variants`: equipment it is laid out for.
    """
    said = PLAIN | more
    said["precautions"] = tuple(Precaution(when=word, do=HERE) for word in minds)
    said["with_equipment"] = tuple(WithEquipment(equipment=word, how=HERE) for word in variants)
    name = Text(slug.replace("-", " ").capitalize(), slug.replace("-", " ").capitalize())
    return Activity(
        slug=slug,
        name=name,
        family=name,
        passport=PASSPORT,
        kind="activity",
        file="test",
        purpose=HERE,
        **said,
    )


def shelf(*activities: Activity, household: tuple[str, ...] = ("socks",)) -> Shelf:
    return Shelf(activities, PATHS, household)


SOCKS = Aim(
    "socks",
    "Puts on both socks",
    "dressing",
    skills=frozenset({"two-hands"}),
    steps=frozenset(PATHS["socks"][3:]),
)
FINE: dict[str, Any] = {
    "bands": frozenset({"preschool"}), "months": 50.0, "minutes": 45, "settings": frozenset({"clinic"}),
    "aims": (SOCKS,),
}  # fmt: skip


def situation(**more: Any) -> Situation:
    """Mia, four, at the clinic for 45 minutes, with one goal about socks, unless it says otherwise."""
    return Situation(**FINE | more)


def done(slug: str, *, visits: int = 1, engagement: float | None = 0.9, gain: float | None = None) -> Done:
    return Done(slug, visits=visits, days=7 * visits, engagement=engagement, gain=gain)


WORDS: dict[str, tuple[str, ...]] = {
    "areas": ("dressing", "fine-motor", "play", "feeding"), "skills": ("two-hands", "pinching", "pacing", "reaching"),
    "interests": ("animals", "trains", "music", "cooking", "dinosaurs", "water-play"),
    "materials": ("socks", "paper", "play-dough", "spoon", "ball"),
    "sensory": ("sticky", "wet", "loud", "spinning", "soft"), "allergens": ("wheat", "milk", "latex", "peanut"),
    "hazards": ("choking", "swallowing", "water", "traffic", "skin", "fall"),
    "contraindicated": ("seizures", "neck-instability", "aspiration-risk", "shunt"),
    "settings": ("clinic", "home", "school", "tele", "outdoors"), "groupings": ("alone", "pair", "group"),
    "ages": ("infant", "toddler", "preschool", "school", "teen"), "occasions": ("warm-up", "work", "calm-down"),
    "steps": (*PATHS["socks"], *PATHS["scissors"]),
}  # fmt: skip
CERTAIN = ("areas", "skills", "interests", "materials", "settings", "groupings", "ages", "occasions")
MINDED = ("eats-non-food", "choking-risk", "runs-off", "tracheostomy", "skin-fragile", "seizures")


def some(random: Random, words: tuple[str, ...], *, least: int = 0, most: int = 3) -> tuple[str, ...]:
    return tuple(random.sample(words, random.randint(least, min(most, len(words)))))


def many(count: int, seed: int = 1) -> list[Activity]:
    """So many activities that differ in everything the chooser looks at."""
    random = Random(seed)
    made = []
    for number in range(count):
        fields = {name: some(random, words, least=name in CERTAIN) for name, words in WORDS.items()}
        least = random.randint(3, 12)
        made.append(
            activity(
                f"made-{number:04}", minutes=(least, least + random.randint(0, 15)),
                energy=random.choice(("raises", "steadies", "lowers")), minds=some(random, MINDED, most=2),
                variants=some(random, ("wheelchair", "ankle-foot-orthosis"), most=1), **fields,
            )
        )  # fmt: skip
    return made
