"""The skill paths of a child: where she is, what is next, and beside it a band of ages that says what it is."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.evaluation.actions import mark_skill
from beadwork.evaluation.models import SkillState
from beadwork.knowledge.kinds.development import Band, Path, Step
from beadwork.knowledge.paths import Seen, standing
from beadwork.library.own import OwnLibrary, library_of
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.plan.models import Goal
from beadwork.web.ages import months_that_count
from beadwork.web.door import needs
from beadwork.web.evaluation.path_facts import Fact, Known, known_of
from beadwork.web.knowledge.words import each_said, said
from beadwork.web.reviewed import all_reviewed


@dataclass(frozen=True)
class BandShown:
    """A band of ages in months, "9–16" or "36", and what it is made of."""

    months: str
    kind: str
    hint: str


@dataclass(frozen=True)
class StepShown:
    """One bead: the step, what was seen of it, the goals at work on it, its band."""

    ref: str
    slug: str
    name: str
    state: Seen | None
    facts: list[Fact]
    goals: list[Goal]
    band: BandShown | None
    watch: list[str]
    is_next: bool


@dataclass(frozen=True)
class PathShown:
    """One string of steps."""

    slug: str
    name: str
    purpose: str
    area: str
    steps: list[StepShown]
    here: str
    next: StepShown | None
    lacks: list[str]
    is_known: bool
    is_done: bool


@needs(Can.SEE_RECORD)
def paths(request: HttpRequest, slug: str) -> HttpResponse:
    """Every path, area by area; those something is known of come first."""
    child = request.find(_children(request), slug=slug)
    library = library_of(child.practice)
    known, found = known_of(child, library, request.today), library.items("path")
    shown = [_path(one, known, library) for one in found]
    context = {
        "child": child,
        "begun": [one for one in shown if one.is_known],
        "rest": [one for one in shown if not one.is_known],
        "reviewed": all_reviewed(found),
    }
    return render(request, "evaluation/paths.html", context)


@needs(Can.SEE_RECORD)
def path(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    """One path step by step: what was seen, when, by whom; the band of ages; what to watch for next."""
    child = request.find(_children(request), slug=slug)
    library = library_of(child.practice)
    one = _find(library, path)
    context: dict[str, Any] = {
        "child": child,
        "path": _path(one, known_of(child, library, request.today), library),
        "states": SkillState.choices,
        "reviewed": one.is_reviewed,
        "may_mark": request.access.may(Can.KEEP_RECORD, child),
        "months": round(months_that_count(child, request.today)),
    }
    return render(request, "evaluation/path.html", context)


def _children(request: HttpRequest) -> QuerySet[Child]:
    rows: QuerySet[Child] = request.which(Child).select_related("practice")
    return rows


def _find(library: OwnLibrary, slug: str) -> Path:
    found: Path | None = next((one for one in library.items("path") if one.slug == slug), None)
    if found is None:
        raise Http404
    return found


@needs(Can.KEEP_RECORD)
@require_POST
def path_mark(request: HttpRequest, slug: str, path: str) -> HttpResponse:
    """Note what was seen of one step, and come back to it."""
    child, step = request.find(Child, slug=slug), request.POST.get("step", "")
    mark_skill(child, f"{path}/{step}", request.POST.get("state", ""), by=request.user, at=request.now)
    return redirect(f"{request.path.removesuffix('mark')}#{step}")


def _path(one: Path, known: Known, library: OwnLibrary) -> PathShown:
    where = standing(one, known.seen)
    steps = [_step(one, step, known, library, is_next=step is where.next) for step in one.steps]
    return PathShown(
        slug=one.slug, name=said(one.name), purpose=said(one.purpose), steps=steps,
        area=said(library.item("area", one.area).name),
        here=said(where.here.name) if where.here else "", next=next((step for step in steps if step.is_next), None),
        lacks=[step_name(library, ref) for ref in where.lacks if not ref.startswith(f"{one.slug}/")],
        is_known=any(step.facts or step.goals for step in steps), is_done=where.is_done,
    )  # fmt: skip


def step_name(library: OwnLibrary, ref: str) -> str:
    """A step of any path in words: "Sits steady (posture)"."""
    path, _slash, slug = ref.partition("/")
    found: Path = library.item("path", path)
    return next(f"{said(step.name)} ({said(found.name)})" for step in found.steps if step.slug == slug)


def _step(one: Path, step: Step, known: Known, library: OwnLibrary, *, is_next: bool) -> StepShown:
    ref = f"{one.slug}/{step.slug}"
    facts = known.facts.get(ref, [])
    return StepShown(
        ref=ref, slug=step.slug, name=said(step.name), state=facts[0].state if facts else None, facts=facts,
        goals=known.goals.get(ref, []), band=_band(step.band, library) if step.band else None, is_next=is_next,
        watch=each_said(step.watch),
    )  # fmt: skip


def _band(band: Band, library: OwnLibrary) -> BandShown:
    kind = library.item("band-kind", band.kind)
    ends = dict.fromkeys(round(end) for end in band.months)
    return BandShown(months="–".join(map(str, ends)), kind=said(kind.name), hint=said(kind.hint))
