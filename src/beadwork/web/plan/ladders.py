"""The practice's ladder of help."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Practice
from beadwork.plan.actions import NewRung, make_ladder, standard_ladder
from beadwork.plan.models import Ladder
from beadwork.web.door import needs


class LadderForm(forms.Form):
    """The rungs, one a line, from most help to none; Spanish after a bar; a star where it counts as alone."""

    name = forms.CharField(label=_("Name of the ladder"), max_length=60)
    rungs = forms.CharField(
        label=_("The rungs, from most help to none"),
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("One a line: English | Spanish. A star (*) at the end means: this counts as alone."),
    )

    def made(self) -> list[NewRung]:
        """What `make_ladder` wants."""
        lines = [line.strip() for line in self.cleaned_data["rungs"].splitlines() if line.strip()]
        return [_rung(line) for line in lines]


def _rung(line: str) -> NewRung:
    english, _bar, spanish = line.rstrip("* ").partition("|")
    return NewRung(english.strip(), spanish.strip(), is_alone=line.endswith("*"))


@needs(Can.KEEP_PRACTICE)
def ladder(request: HttpRequest) -> HttpResponse:
    """See the ladder, and give the practice another one for its new goals."""
    practice = request.which(Practice).first()
    current = standard_ladder(practice, by=request.user, at=request.now)
    form = LadderForm(request.POST or None, initial=_as_text(current))
    if form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        try:
            make_ladder(practice, said["name"], form.made(), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error("rungs", f"{problem.what} {problem.todo}")
        else:
            return redirect("ladder")
    return render(request, "plan/ladder.html", {"ladder": current, "form": form})


def _as_text(ladder: Ladder) -> dict[str, str]:
    lines = [f"{one.name_en} | {one.name_es}{' *' if one.is_alone else ''}" for one in ladder.levels.all()]
    return {"name": ladder.name, "rungs": "\n".join(lines)}
