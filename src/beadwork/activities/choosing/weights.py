"""How much each soft reason counts. A practice can see and change them; the hard rules have no weight."""

from dataclasses import asdict, dataclass, fields

MOST = 100.0


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for the full strength of each reason, 0 to 100.

    goal: serves an open goal · step: practises the next step · interest: plugs into what the child likes ·
    taste: things like it went well · worked: it went well itself · gain: tries went better when it was used ·
    repetition: done lately, and practice builds · variety: done too often lately (counts against) ·
    fresh: new to the child · equipment: laid out for her equipment · household: needs only things at home ·
    energy: fits the part of the visit · care: says what to do with her precautions ·
    approach: comes near something the plan approaches.
    """

    goal: float = 30.0
    step: float = 15.0
    interest: float = 15.0
    taste: float = 40.0
    worked: float = 40.0
    gain: float = 10.0
    repetition: float = 4.0
    variety: float = 14.0
    fresh: float = 4.0
    equipment: float = 6.0
    household: float = 2.0
    energy: float = 8.0
    care: float = 3.0
    approach: float = 3.0

    def __post_init__(self) -> None:
        bad = [name for name, value in asdict(self).items() if not 0 <= value <= MOST]
        if bad:
            raise ValueError(f"a weight is between 0 and {MOST:g}: {', '.join(bad)}")

    def as_points(self) -> dict[str, float]:
        """Name and points of every reason, in their order."""
        return asdict(self)


USUAL = Weights()
NAMES = tuple(one.name for one in fields(Weights))
