"""Reasons and faults as sentences, built from the facts they carry, in the reader's language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from beadwork.activities.choosing import Fault, Reason, WhyNot
from beadwork.activities.names import joined, name_of, named

Names = Mapping[str, str]
TASTE = {"interests": "interest", "sensory": "sensory", "energy": "energy", "areas": "area"}
SHORT = 2

LABELS = {
    "goal": gettext_lazy("Serves an open goal"),
    "step": gettext_lazy("Practises the next step"),
    "interest": gettext_lazy("Plugs into what the child likes"),
    "taste": gettext_lazy("Things like it went well"),
    "worked": gettext_lazy("It went well itself"),
    "gain": gettext_lazy("Tries went better when it was used"),
    "repetition": gettext_lazy("Done lately: practice builds"),
    "variety": gettext_lazy("Done too often lately, or much like another one (counts against)"),
    "fresh": gettext_lazy("New to the child"),
    "equipment": gettext_lazy("Laid out for the child's equipment"),
    "household": gettext_lazy("Needs only what most homes have"),
    "energy": gettext_lazy("Its energy fits the part of the visit"),
    "care": gettext_lazy("Says what to do with a noted precaution"),
    "approach": gettext_lazy("Comes near something the plan approaches"),
}
"""What each weight is for."""


def say(reason: Reason, child: str, goals: Names) -> str:
    """One reason as a sentence. `goals`: their names by key."""
    return SENTENCES[reason.name](reason, child, goals)


def why(reasons: Iterable[Reason], child: str, goals: Names) -> str:
    """The one or two sentences that say the most: the weightiest reasons for it."""
    return " ".join(say(one, child, goals) for one in [one for one in reasons if one.points > 0][:SHORT])


def _goal(reason: Reason, child: str, goals: Names) -> str:
    names = [f"“{goals[key]}”" for key in reason.words if key in goals]
    return _("Serves %(goals)s.") % {"goals": joined(names)} if names else _("Serves an open goal.")


def _step(reason: Reason, child: str, goals: Names) -> str:
    if not reason.words:
        return _("Practises a step before the next one.")
    return _("Practises the next step: %(steps)s.") % {"steps": named("step", reason.words[:1])}


def _interest(reason: Reason, child: str, goals: Names) -> str:
    return _("%(child)s likes this: %(words)s.") % {"child": child, "words": named("interest", reason.words)}


def _taste(reason: Reason, child: str, goals: Names) -> str:
    pairs = [word.partition("/") for word in reason.words]
    said = {"child": child, "words": joined([name_of(TASTE[field], word) for field, _slash, word in pairs])}
    if reason.points > 0:
        return _("What has this went well with %(child)s: %(words)s.") % said
    return _("What has this went less well with %(child)s: %(words)s.") % said


def _worked(reason: Reason, child: str, goals: Names) -> str:
    count = int(reason.numbers[0]) if reason.numbers else 0
    if reason.points > 0:
        said = ngettext("It went well: told %(count)d time.", "It went well: told %(count)d times.", count)
        return said % {"count": count}
    said = ngettext(
        "It went less well: told %(count)d time.", "It went less well: told %(count)d times.", count
    )
    return said % {"count": count}


def _gain(reason: Reason, child: str, goals: Names) -> str:
    if reason.points > 0:
        return _("In visits with it, tries went better than just before.")
    return _("In visits with it, tries went less well than just before.")


def _often(reason: Reason, child: str, goals: Names) -> str:
    count = int(reason.numbers[0]) if reason.numbers else 0
    if reason.name == "repetition":
        said = ngettext(
            "Done %(count)d time lately: doing it again builds.",
            "Done %(count)d times lately: doing it again builds.",
            count,
        )
        return said % {"count": count}
    if not count:
        return _("Much like another one in the plan.")
    said = ngettext(
        "Done %(count)d time in the last visits.", "Done %(count)d times in the last visits.", count
    )
    return said % {"count": count}


def _of_words(sentence: Any, vocabulary: str) -> Callable[[Reason, str, Names], str]:
    def said(reason: Reason, child: str, goals: Names) -> str:
        return str(sentence) % {"words": named(vocabulary, reason.words)}

    return said


SENTENCES: Mapping[str, Callable[[Reason, str, Names], str]] = {
    "goal": _goal,
    "step": _step,
    "interest": _interest,
    "taste": _taste,
    "worked": _worked,
    "gain": _gain,
    "repetition": _often,
    "variety": _often,
    "fresh": lambda reason, child, goals: _("New for %(child)s.") % {"child": child},
    "equipment": _of_words(gettext_lazy("It says how to lay it out with this: %(words)s."), "equipment"),
    "household": lambda reason, child, goals: _("It needs only what most homes have."),
    "energy": _of_words(gettext_lazy("It %(words)s, which suits this part of the visit."), "energy"),
    "care": _of_words(gettext_lazy("It says what to do differently: %(words)s."), "precaution"),
    "approach": _of_words(
        gettext_lazy("It comes near this in small steps, as decided: %(words)s."), "sensory"
    ),
}


def say_difference(told: WhyNot) -> list[str]:
    """What made the difference to the one that was taken; nothing where no reason did."""
    lost = [f"{LABELS[one.name]} (−{one.points:.0f})" for one in told.reasons]
    return [_("What made the difference: %(reasons)s.") % {"reasons": "; ".join(lost)}] if lost else []


RULES = {
    "allergen": ("allergen", gettext_lazy("Allergy noted: %(words)s.")),
    "precaution": ("precaution", gettext_lazy("Not to be done with what is noted: %(words)s.")),
    "hazard": (
        "hazard",
        gettext_lazy("A hazard that does not go with what is noted, or with the age: %(words)s."),
    ),
    "condition": (
        "precaution",
        gettext_lazy("May come with a noted condition, and nobody has checked: %(words)s."),
    ),
    "age": ("age-band", gettext_lazy("It is for another age: %(words)s.")),
    "setting": ("setting", gettext_lazy("It is for another place: %(words)s.")),
    "grouping": ("grouping", gettext_lazy("It is for another number of children: %(words)s.")),
    "time": ("", gettext_lazy("It needs at least %(words)s minutes.")),
    "materials": ("material", gettext_lazy("Not at hand: %(words)s.")),
    "sensory": ("sensory", gettext_lazy("It has what the child is sensitive to: %(words)s.")),
    "step": ("step", gettext_lazy("More than one step ahead of the next: %(words)s.")),
}


def say_fault(fault: Fault) -> str:
    """A rule that excludes, as a sentence."""
    vocabulary, sentence = RULES[fault.rule]
    words = named(vocabulary, fault.words) if vocabulary else ", ".join(fault.words)
    return str(sentence) % {"words": words}
