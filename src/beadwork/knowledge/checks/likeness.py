"""Likeness: no activity, task or goal template is another with a word changed.

Texts are cut into runs of three words ("put the sock", "the sock on"); two items are alike where they share too many
of all the runs they have (Jaccard's index). Independent texts on one subject share a few in a hundred.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from beadwork.knowledge.checks.finding import Finding, error
from beadwork.knowledge.item import Item
from beadwork.knowledge.library import Library
from beadwork.knowledge.reading import words_of
from beadwork.knowledge.shapes import Words, leaves

RUN = 3
TOO_ALIKE = {"activity": 0.2, "task": 0.25, "goal": 0.4}


def check(library: Library) -> Iterator[Finding]:
    """Pairs of items that say nearly the same."""
    for kind, limit in TOO_ALIKE.items():
        for one, other, share in alike(library.items(kind), limit):
            yield error(
                one,
                f"nearly the same as {other.slug} ({share:.0%} of their words in common); make it its own",
            )


def alike(items: tuple[Item, ...], limit: float) -> Iterator[tuple[Item, Item, float]]:
    """Pairs whose likeness reaches a limit, most alike first."""
    runs = [runs_of(item) for item in items]
    found = []
    for (first, second), shared in _shared(runs).items():
        share = shared / (len(runs[first]) + len(runs[second]) - shared)
        if share >= limit:
            found.append((items[first], items[second], share))
    yield from sorted(found, key=lambda pair: -pair[2])


def runs_of(item: Item) -> frozenset[tuple[str, ...]]:
    """The runs of three words in an item's English texts."""
    said = [value.en for _, shape, value in leaves(item) if isinstance(shape, Words)]
    return frozenset(run for text in said for run in _runs([word.lower() for word in words_of(text)]))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _shared(runs: list[frozenset[tuple[str, ...]]]) -> Counter[tuple[int, int]]:
    """How many runs each pair shares, for pairs that share any."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:
            holders[run].append(number)
    return Counter(
        (first, second)
        for having in holders.values()
        for at, first in enumerate(having)
        for second in having[at + 1 :]
    )
