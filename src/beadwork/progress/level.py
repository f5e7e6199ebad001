"""What an occasion reached, from the tries seen on it: one rule for each scale, and nothing typed in by hand.

| scale | level of an occasion | why |
|---|---|---|
| accuracy | successes of tries × 100 | the share is the measure; it is computed, so nobody can type it |
| steps, count, rate | mean over the tries | what a try brings; one lucky try does not stand for the day |
| duration, latency | median over the tries | times are skewed: one long wait would pull a mean along |
| attainment | the last try | the scale describes where the child has got to, and the clinician rates it last |
| support | the middle rung (of two, the one with more help) | rungs are ordered names; a mean of ranks means nothing |
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, median_low

from beadwork.plan.models.scale import Scale

MIDDLE = (Scale.DURATION, Scale.LATENCY)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of support; `rank` 0 is the most help. `words` are the family's, `name` the clinician's."""

    rank: int
    name: str
    words: str
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Equal tries of one occasion: with what help (`rank`), with what outcome, how many, and when the last was."""

    rank: int
    times: int
    success: bool | None = None
    value: float | None = None
    last_at: float = 0.0


def tries(tallies: Iterable[Tally]) -> int:
    """How many tries."""
    return sum(tally.times for tally in tallies)


def successes(tallies: Iterable[Tally]) -> int:
    """How many of them succeeded."""
    return sum(tally.times for tally in tallies if tally.success)


def level_of(scale: str, tallies: Sequence[Tally]) -> float | None:
    """The level reached, on the goal's scale; None where nothing was tried."""
    count = tries(tallies)
    if not count:
        return None
    if scale == Scale.ACCURACY:
        return 100.0 * successes(tallies) / count
    if scale == Scale.ATTAINMENT:
        return max(tallies, key=lambda tally: tally.last_at).value
    if scale == Scale.SUPPORT:
        return median_low(_values(tallies))
    if scale in MIDDLE:
        return median(_values(tallies))
    return sum(_values(tallies)) / count


def share_alone(tallies: Sequence[Tally], alone: frozenset[int]) -> float:
    """Which share of the tries, successful or not, was made without help (on the rungs `alone`)."""
    count = tries(tallies)
    return tries(tally for tally in tallies if tally.rank in alone) / count if count else 0.0


def usual_rank(tallies: Sequence[Tally]) -> int:
    """The rung most tries were made on; of two equally frequent ones, the one with more help."""
    counts: dict[int, int] = {}
    for tally in tallies:
        counts[tally.rank] = counts.get(tally.rank, 0) + tally.times
    return min(counts, key=lambda rank: (-counts[rank], rank))


def _values(tallies: Iterable[Tally]) -> list[float]:
    return [value for tally in tallies if (value := tally.value) is not None for _try in range(tally.times)]
