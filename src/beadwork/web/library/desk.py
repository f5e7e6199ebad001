"""The review desk: how much is reviewed, by kind; the items of one kind; several reviewed at once."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from beadwork.library.actions import review_all
from beadwork.library.models import Version
from beadwork.library.rules import licensed_job
from beadwork.library.words import folded
from beadwork.people.access import Can
from beadwork.web.door import needs
from beadwork.web.library.forms import ReviewForm
from beadwork.web.library.labels import CONTENT, KINDS
from beadwork.web.library.said import here, library_of, said
from beadwork.web.library.standing import STATES, counts, standings

A_PAGE = 50
LATEST = 10


@needs(Can.KEEP_LIBRARY)
def desk(request: HttpRequest) -> HttpResponse:
    """What is not reviewed, what is due, what is ours, what changed beneath; and what was done lately."""
    practice = here(request)
    own = library_of(practice)
    rows = [(kind, KINDS[kind], counts(own, kind, request.today), kind in CONTENT) for kind in KINDS]
    rows = [row for row in rows if row[2]["all"]]
    lately = (
        Version.objects.filter(practice=practice)
        .defer("data", "base")
        .select_related("by")
        .order_by("-number")
    )
    context = {
        "content": [row for row in rows if row[3]],
        "words": [row for row in rows if not row[3]],
        "total": {state: sum(row[2][state] for row in rows) for state in (*STATES, "all")},
        "lately": [(version, _name(own, version)) for version in lately[:LATEST]],
        "may_review": licensed_job(request.user, practice, request.today) is not None,
    }
    return render(request, "library/desk.html", context)


def _name(own: object, version: Version) -> str:
    try:
        return said(own.item(version.kind, version.slug).name)
    except KeyError:
        return version.slug


@needs(Can.KEEP_LIBRARY)
def of_kind(request: HttpRequest, kind: str) -> HttpResponse:
    """The items of one kind, by how they stand."""
    if kind not in KINDS:
        raise Http404
    practice = here(request)
    own = library_of(practice)
    show, question = _asked(request)
    rows = list(standings(own, kind, request.today))
    found = [row for row in rows if (not show or show in row.states) and _has(row.item, question)]
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": kind, "label": KINDS[kind], "page": page, "question": question, "show": show,
        "rows": [(row, said(row.item.name)) for row in page],
        "tabs": _tabs(kind, show, question, counts(own, kind, request.today)),
        "query": urlencode({"show": show, "q": question}),
        "form": ReviewForm(on=request.today),
        "may_review": licensed_job(request.user, practice, request.today) is not None,
    }  # fmt: skip
    return render(request, "library/kind.html", context)


def _asked(request: HttpRequest) -> tuple[str, str]:
    show = request.GET.get("show", "")
    return show if show in STATES else "", request.GET.get("q", "").replace("\x00", "").strip()[:100]


def _has(item: object, question: str) -> bool:
    """Whether a name has what was typed."""
    return not question or any(folded(question) in folded(name) for name in item.name)


def _tabs(kind: str, show: str, question: str, numbers: dict[str, int]) -> list[dict[str, object]]:
    tabs = {"": gettext("All")} | {state: str(label) for state, label in STATES.items()}
    return [
        {
            "label": label, "count": numbers[state or "all"], "current": state == show,
            "url": f"?{urlencode({'show': state, 'q': question})}",
        }
        for state, label in tabs.items()
        if numbers[state or "all"] or state == show
    ]  # fmt: skip


@needs(Can.KEEP_LIBRARY)
@require_POST
def review_many(request: HttpRequest, kind: str) -> HttpResponse:
    """Say of several items that they are right as they stand."""
    form = ReviewForm(request.POST, on=request.today)
    slugs = request.POST.getlist("slug")[:A_PAGE]
    if form.is_valid() and slugs:
        pairs = [(kind, slug) for slug in slugs]
        day = form.cleaned_data["next_review"]
        review_all(here(request), pairs, next_review=day, by=request.user, at=request.now)
        done = ngettext("%(n)s item is reviewed.", "%(n)s items are reviewed.", len(slugs)) % {
            "n": len(slugs)
        }
        messages.success(request, done)
    else:
        messages.error(
            request, gettext("Nothing was changed: tick items and choose the day of the next review.")
        )
    return redirect(f"{request.path.removesuffix('reviewed')}?{urlencode({'show': 'unreviewed'})}")
