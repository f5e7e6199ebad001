"""The band of ages (`words/age-band`) a child is in: from the due date where that counts."""

from datetime import date

from beadwork.knowledge import items
from beadwork.people.models import Child


def months_that_count(child: Child, on: date) -> float:
    """The age that counts, in months: corrected for an early birth where the rule asks for it."""
    return (child.corrected_age(on) or child.age(on)).in_months


def age_band(child: Child, on: date) -> str:
    """The slug of the band; the last one for whoever is older than all of them."""
    months = months_that_count(child, on)
    bands = items("age-band")
    return str(next((band for band in bands if months < band.to_months), bands[-1]).slug)
