"""Forms that know what they showed: an old tab is told what changed meanwhile, and keeps what was typed."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.db.models import Model
from django.utils.formats import localize
from django.utils.translation import gettext as _

from beadwork.core.problems import Problem
from beadwork.core.state import state_of
from beadwork.people.problems import CHANGED_MEANWHILE


class SeenForm(forms.Form):
    """A form that carries the mark of the row it was made from."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def shows(self, row: Model, of: Collection[str]) -> None:
        """Say what the form was made from."""
        self.initial["seen"] = state_of(row, of=of)

    def refuse(self, problem: Problem, now: Model, of: Collection[str], words: Mapping[str, Any]) -> None:
        """Say the problem; after a change by somebody else also what each field says now (`words`), if it differs.

        The form then carries the new mark, so that saving once more is meant.
        """
        self.add_error(None, str(problem))
        if problem.kind is not CHANGED_MEANWHILE:
            return
        typed = dict(self.cleaned_data)
        for name in words.keys() & {field.name for field in self.visible_fields()}:
            if typed.get(name) != words[name]:
                self.add_error(name, _("It says now: {words}").format(words=self._say(name, words[name])))
        self.data = self.data.copy()
        self.data["seen"] = state_of(now, of=of)

    def _say(self, name: str, value: Any) -> str:
        """A value in the reader's words."""
        if isinstance(value, list):
            return ", ".join(value) or "–"
        field = self.fields[name]
        known = dict(field.choices) if type(field) is forms.ChoiceField else {}
        return str(known.get(value) or localize("–" if value in (None, "") else value))
