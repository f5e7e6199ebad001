"""Prerequisites: no step needs itself, however long the way round."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from beadwork.knowledge.checks.finding import Finding
from beadwork.knowledge.library import Library


def check(library: Library) -> Iterator[Finding]:
    """One circle of steps, if there is any; and steps that stand twice in a path."""
    needs = {f"{path.slug}/{step.slug}": step.needs for path in library.items("path") for step in path.steps}
    if circle := cycle(needs):
        yield Finding("path", f"steps need one another in a circle: {' → '.join(circle)}")
    for path in library.items("path"):
        refs = path.refs()
        if twice := sorted({ref for ref in refs if refs.count(ref) > 1}):
            yield Finding(f"{path.file}: {path.slug}", f"{', '.join(twice)} stands there twice")


def cycle(needs: Mapping[str, Sequence[str]]) -> list[str]:
    """The steps of a circle, first and last the same; empty where there is none."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as found:
        return list(reversed(found.args[1]))
    return []
