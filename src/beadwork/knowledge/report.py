"""How hard family texts are to read, as a distribution."""

from statistics import median, quantiles

from beadwork.knowledge.checks.plainness import is_enough, measured, readings
from beadwork.knowledge.library import Library


def reading_levels(library: Library) -> str:
    """Median, ninth decile and hardest of the family texts: grade in English, ease in Spanish."""
    texts = [texts for _, texts in readings(library) if is_enough(texts, "en")]
    grades = [measured(one, "en") for one in texts]
    eases = [measured(one, "es") for one in texts]
    if len(texts) < 2:  # a distribution of one is none
        return "Too little family text for a distribution of reading levels."
    return (
        f"Family texts ({len(texts)} readings): English grade median {median(grades):.1f}, "
        f"90 % at or below {quantiles(grades, n=10)[-1]:.1f}, highest {max(grades):.1f}; "
        f"Spanish ease median {median(eases):.0f}, "
        f"90 % at or above {quantiles(eases, n=10)[0]:.0f}, lowest {min(eases):.0f}."
    )
