"""Levels, help and places in words, as a clinician or a family says them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from beadwork.plan.models.scale import Scale, of_tries
from beadwork.progress.level import Rung, successes
from beadwork.progress.picture.labels import number
from beadwork.progress.series import Measure, Point

LONG_SECONDS = 120
PLACES = {
    "clinic": gettext_lazy("at the clinic"),
    "home": gettext_lazy("at home"),
    "school": gettext_lazy("at school"),
    "community": gettext_lazy("out and about"),
    "tele": gettext_lazy("by video"),
}


def say_level(measure: Measure, level: float) -> str:
    """A level on its scale: "5 of 6 steps", "45 seconds", "9 of 10 tries"."""
    if measure.scale == Scale.STEPS:
        return _("%(level)s of %(high)s steps") % {"level": number(level), "high": number(measure.high)}
    if measure.scale == Scale.ACCURACY:
        return say_tries(*of_tries(level))
    if measure.scale in (Scale.DURATION, Scale.LATENCY):
        return say_seconds(level)
    if measure.scale == Scale.RATE:
        return _("%(level)s a minute") % {"level": number(level)}
    if measure.scale == Scale.ATTAINMENT:
        return _attained(measure, level)
    if measure.scale == Scale.SUPPORT:
        return say_rung(measure.rung(round(level)))
    return say_count(level, measure.unit)


def say_point(measure: Measure, point: Point) -> str:
    """What one occasion reached; accuracy with its own tries."""
    if measure.scale == Scale.ACCURACY:
        return say_tries(successes(point.tallies), point.tries)
    return say_level(measure, point.level)


def say_tries(good: int, tried: int) -> str:
    """How many of how many tries."""
    words = ngettext("%(good)d of %(tried)d try", "%(good)d of %(tried)d tries", tried)
    return words % {"good": good, "tried": tried}


def say_count(level: float, unit: str) -> str:
    """How many times, or how many of the unit."""
    if unit:
        return f"{number(level)} {unit}"
    return ngettext("%(level)s time", "%(level)s times", round(level)) % {"level": number(level)}


def say_seconds(seconds: float) -> str:
    """A length of time; minutes from two minutes on."""
    whole = round(seconds)
    if whole < LONG_SECONDS:
        return ngettext("%(seconds)d second", "%(seconds)d seconds", whole) % {"seconds": whole}
    if whole % 60 == 0:
        return _("%(minutes)d minutes") % {"minutes": whole // 60}
    return _("%(minutes)d min %(seconds)d s") % {"minutes": whole // 60, "seconds": whole % 60}


def say_rung(rung: Rung, *, family: bool = False) -> str:
    """A kind of help inside a sentence."""
    words = rung.words if family else rung.name
    return words[:1].lower() + words[1:]


def say_place(setting: str) -> str:
    """Where, inside a sentence."""
    return str(PLACES[setting])


def signed(level: float) -> str:
    """A level of attainment with its sign: −2, 0, +1."""
    return ("+" if level > 0 else "−" if level < 0 else "") + number(abs(level))


def _attained(measure: Measure, level: float) -> str:
    words = dict(measure.described).get(round(level))
    return f"{signed(level)}: {words}" if words else signed(level)
