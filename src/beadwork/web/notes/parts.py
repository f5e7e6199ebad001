"""What the notes of a practice have to have: the list of a setting and payer, its versions, and a form for the next."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.notes.actions import follow_payer, set_note_parts
from beadwork.notes.asked import KNOWN, MOST_NAME, Asked, known, lists_of, read, usual
from beadwork.notes.lacking import NAMES
from beadwork.notes.models import NoteParts, Setting
from beadwork.notes.sentences import NOTE, Part
from beadwork.people.access import Can
from beadwork.people.models import Practice
from beadwork.visits.models import Visit
from beadwork.web.door import needs

OWN = 3  # places for parts of the practice's own


class WhoseForm(forms.Form):
    """Whose list is looked at."""

    setting = forms.ChoiceField(label=gettext_lazy("Where"), choices=Setting)
    payer = forms.CharField(label=gettext_lazy("Payer (empty: everybody)"), max_length=80, required=False)


class PartsForm(forms.Form):
    """A place in the list for each part, a few of the practice's own, and why."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, now: tuple[Asked, ...], number: int) -> None:
        places = {one.slug: place for place, one in enumerate(now, 1)}
        own = [one for one in now if one.is_own]
        super().__init__(data, initial={"seen": number} | places | _initial(own, places))
        for slug, part in KNOWN.items():
            self.fields[slug] = _place(part.name)
        for n in range(OWN):
            self.fields |= _own_fields(n)
        self.fields["because"] = forms.CharField(
            label=gettext_lazy("Why is this asked for, or where does the payer say so?"), max_length=200
        )

    def known_parts(self) -> list[forms.BoundField]:
        """The places of the parts the product knows."""
        return [self[slug] for slug in KNOWN]

    def own_parts(self) -> list[list[forms.BoundField]]:
        """The fields of each part of the practice's own."""
        return [[self[f"{name}-{n}"] for name in ("en", "es", "part", "place")] for n in range(OWN)]

    def said(self) -> dict[str, Any]:
        """What the action wants."""
        told = self.cleaned_data
        placed = [(told[slug], known(slug)) for slug in KNOWN if told[slug]]
        placed += [(told[f"place-{n}"], self._own(n)) for n in range(OWN) if told[f"place-{n}"]]
        in_order = [one for _place, one in sorted(placed, key=lambda both: both[0])]
        return {"parts": in_order, "because": told["because"], "seen": told["seen"]}

    def _own(self, n: int) -> Asked:
        en, es = self.cleaned_data[f"en-{n}"], self.cleaned_data[f"es-{n}"]
        return Asked(slugify(en)[:30].strip("-"), Part(self.cleaned_data[f"part-{n}"]), en, es)


def _place(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=20, required=False)


def _own_fields(n: int) -> dict[str, forms.Field]:
    """One part of the practice's own: its names, where it stands, its place."""
    name = {"max_length": MOST_NAME, "required": False}
    return {
        f"en-{n}": forms.CharField(label=gettext_lazy("In English"), **name),
        f"es-{n}": forms.CharField(label=gettext_lazy("In Spanish"), **name),
        f"part-{n}": forms.ChoiceField(
            label=gettext_lazy("Stands in"),
            choices=[(part.value, NAMES[part]) for part in NOTE],
            required=False,
        ),
        f"place-{n}": _place(gettext_lazy("Its place")),
    }


def _initial(own: list[Asked], places: dict[str, int]) -> dict[str, Any]:
    return {
        name: value
        for n, one in enumerate(own[:OWN])
        for name, value in (
            (f"en-{n}", one.en), (f"es-{n}", one.es), (f"part-{n}", one.part.value), (f"place-{n}", places[one.slug]),
        )
    }  # fmt: skip


@needs(Can.KEEP_PRACTICE)
def parts(request: HttpRequest) -> HttpResponse:
    """Look at a list, or set its next version."""
    practice = request.which(Practice).first()
    whose = WhoseForm(request.GET or {"setting": Setting.CLINIC})
    setting, payer = _whose(whose)
    versions = list(practice.note_parts.filter(setting=setting, payer=payer).select_related("set_by"))[::-1]
    form = PartsForm(
        request.POST or None, now=_now(versions, setting), number=versions[0].number if versions else 0
    )
    if form.is_valid():
        try:
            set_note_parts(practice, setting, payer, **form.said(), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Notes signed from now on have to have these parts."))
            return _back(setting, payer)
    told = [(one, [part.name for part in read(one.parts)]) for one in versions]
    context = {"whose": whose, "form": form, "versions": told, "usual": [one.name for one in usual(setting)]}
    return render(request, "notes/parts.html", context | {"payers": lists_of(practice)})


def _whose(form: WhoseForm) -> tuple[str, str]:
    said = form.cleaned_data if form.is_valid() else {}
    return said.get("setting", Setting.CLINIC), " ".join(said.get("payer", "").split())


def _now(versions: list[NoteParts], setting: str) -> tuple[Asked, ...]:
    return read(versions[0].parts) if versions else usual(setting)


def _back(setting: str, payer: str) -> HttpResponseRedirect:
    return redirect(f"{reverse('note-parts')}?{urlencode({'setting': setting, 'payer': payer})}")


@needs(Can.RECORD_VISIT)
@require_POST
def payer(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Let the child's notes follow a payer's list."""
    visit = request.find(request.which(Visit).select_related("child__practice"), pk=visit_id)
    follow_payer(visit.child, request.POST.get("payer", ""), by=request.user, at=request.now)
    return redirect("note", visit.pk)
