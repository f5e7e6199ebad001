"""What a goal template writes into the form of a new goal: a beginning the therapist changes as she wants."""

from typing import Any

from django.utils.translation import get_language

from beadwork.knowledge import Text
from beadwork.knowledge.kinds.goal import GoalTemplate
from beadwork.people.models import Child
from beadwork.plan.models import Ladder
from beadwork.plan.models.scale import Scale
from beadwork.web.plan.bank import for_child, said

ATTAINMENT = range(-2, 3)


def prefilled(one: GoalTemplate, child: Child, ladder: Ladder) -> dict[str, Any]:
    """The form's fields as the template has them. The baseline stays empty: it is what this child does."""
    return {
        "name": said(one.name), "family_name_en": one.family.en, "family_name_es": one.family.es, "area": one.area,
        "occupation": one.occupation, "does": said(one.does), "manner": said(one.manner),
        "condition": said(one.condition), "family_words_en": for_child(one.family_words.en, child),
        "family_words_es": for_child(one.family_words.es, child), "target": f"{one.target:g}",
        "target_support": ladder.levels.filter(slug=one.target_support).first(), "icf": " ".join(one.icf),
        **_scale(one),
    }  # fmt: skip


def _scale(one: GoalTemplate) -> dict[str, Any]:
    if one.scale == Scale.STEPS:
        return {f"steps_{language}": _lines(one.points, language) for language in ("en", "es")}
    if one.scale == Scale.ATTAINMENT:
        return {f"level_{value}": said(point) for value, point in zip(ATTAINMENT, one.points, strict=True)}
    return {"high": f"{one.high:g}", "unit": said(one.unit), "better": one.better}


def _lines(points: tuple[Text, ...], language: str) -> str:
    return "\n".join(point.said(language) for point in points)


def both_languages(words: str, one: GoalTemplate | None) -> tuple[str, str]:
    """A level's words in English and in Spanish, where they are still the template's; else as they were typed."""
    known = next((point for point in one.points if words in point), None) if one else None
    if known:
        return known.en, known.es
    return ("", words) if (get_language() or "en").startswith("es") else (words, "")
