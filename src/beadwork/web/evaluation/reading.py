"""What an evaluation's page shows: answers, tasks and findings in the order of `knowledge`, and what is still open."""

from typing import Any

from beadwork.evaluation.models import Evaluation
from beadwork.knowledge import items
from beadwork.library.own import OwnLibrary, library_of
from beadwork.web.evaluation.forms import words

USUAL_MINUTES = range(30, 241)


def read(evaluation: Evaluation) -> dict[str, Any]:
    """Everything written so far, in words; empty parts are left out."""
    library = library_of(evaluation.practice)
    answers = dict(evaluation.answers.exclude(text="").values_list("question", "text"))
    seen = {one.task: one for one in evaluation.observations.all()}
    found = {one.area: one for one in evaluation.findings.all()}
    supports = {one.slug: words(one) for one in items("support")}
    tried = [one for one in _all(library, "task") if one.slug in seen]
    observed = [(words(one), seen[one.slug], supports.get(seen[one.slug].support, "")) for one in tried]
    findings = [(words(one), found[one.slug]) for one in items("area") if one.slug in found]
    return {
        "answers": [
            (words(one), answers[one.slug]) for one in _all(library, "question") if one.slug in answers
        ],
        "observed": observed,
        "strengths": [(area, one.strengths) for area, one in findings if one.strengths],
        "needs": [(area, one.needs) for area, one in findings if one.needs],
        "present": evaluation.caregivers.all(),
        "minutes": (minutes := _minutes(evaluation)),
        "odd_length": minutes is not None and minutes not in USUAL_MINUTES,
    }


def _all(library: OwnLibrary, kind: str) -> list[Any]:
    """Every item of a kind in the practice's words, also what was set aside since."""
    return [library.item(kind, one.slug) for one in library.shipped.items(kind)]


def _minutes(evaluation: Evaluation) -> int | None:
    if evaluation.ended_at is None:
        return None
    return round((evaluation.ended_at - evaluation.started_at).total_seconds() / 60)
