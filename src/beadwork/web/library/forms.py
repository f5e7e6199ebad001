"""The forms of the library: an item's texts, why and until when, several items at once."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.library.entries import OwnActivity
from beadwork.library.own import OwnLibrary
from beadwork.library.rules import LONGEST_REASON
from beadwork.web.library.writing import form_fields
from beadwork.web.library.written import entry_from

SHORT = ("name", "purpose", "areas", "ages", "skills", "minutes", "settings", "materials", "do", "safety")
"""What is asked first of somebody who adds an activity."""
NOTHING: Mapping[str, Any] = MappingProxyType({})
USUAL = {"occasions": ["work"], "energy": "steadies", "groupings": ["alone"], "settings": ["clinic"]}
A_YEAR = timedelta(days=365)


class Day(forms.DateInput):
    """A day to choose."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class EntryForm(forms.Form):
    """The texts of one item."""

    def __init__(self, data: Any, *, made: type, entry: Mapping[str, Any], own: OwnLibrary) -> None:
        super().__init__(data)
        self.made = made
        self.fields = dict(form_fields(made, entry, own)) | self.fields

    def clean(self) -> dict[str, Any]:
        """Lines of two languages go together, one by one."""
        cleaned = super().clean() or self.cleaned_data
        for name in [name for name in cleaned if name.endswith(".en") and f"{name[:-3]}.es" in cleaned]:
            self._check_lines(name[:-3], cleaned)
        return cleaned

    def _check_lines(self, name: str, cleaned: Mapping[str, Any]) -> None:
        english, spanish = (len(_lines(cleaned[f"{name}.{tongue}"])) for tongue in ("en", "es"))
        if self.fields[f"{name}.en"].help_text and english and spanish and english != spanish:
            words = gettext(
                "The two languages have %(english)s and %(spanish)s lines; write them line by line."
            )
            self.add_error(f"{name}.es", words % {"english": english, "spanish": spanish})

    def entry(self) -> dict[str, Any]:
        """What was written, as a content file has it."""
        return entry_from(self.made, self.cleaned_data)

    @property
    def wrong(self) -> list[Any]:
        """The fields something is said about."""
        return [field for field in self if field.errors]

    def texts(self) -> list[list[Any]]:
        """The fields of the item, without reason and day, what belongs side by side together."""
        return together([self[name] for name in self.fields if name not in type(self).base_fields])


class AddForm(EntryForm):
    """An activity of one's own: what is needed first, the rest below."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)

    def __init__(self, data: Any, *, own: OwnLibrary, known: Mapping[str, Any] = NOTHING) -> None:
        super().__init__(data, made=OwnActivity, entry={**USUAL, **known}, own=own)
        other = "es" if (get_language() or "en").startswith("en") else "en"
        for name, field in self.fields.items():
            field.required = field.required and not name.endswith(f".{other}")

    def short(self) -> list[list[Any]]:
        """What is asked first."""
        return [fields for fields in self.texts() if _root(fields) in SHORT]

    def rest(self) -> list[list[Any]]:
        """What can be left for another day."""
        return [fields for fields in self.texts() if _root(fields) not in SHORT]


class AmendForm(EntryForm):
    """The texts of an item, why they are changed, and whether that was a review."""

    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One or two sentences for whoever reads it later."),
    )  # fmt: skip
    wholly = forms.BooleanField(label=_("This is another text, not the same one mended"), required=False)
    next_review = forms.DateField(
        label=_("Reviewed by me; next review on"), required=False, widget=Day,
        help_text=_("Leave it empty if somebody licensed still has to review it."),
    )  # fmt: skip

    def choices(self) -> list[Any]:
        """Reason and review."""
        return [self[name] for name in ("reason", "wholly", "next_review") if name in self.fields]


class ReviewForm(forms.Form):
    """Until when a review holds."""

    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
    next_review = forms.DateField(label=_("Next review"), widget=Day)

    def __init__(self, data: Any = None, *, on: date, seen: Any = None) -> None:
        super().__init__(data, initial={"next_review": on + A_YEAR, "seen": seen})


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Why"), max_length=LONGEST_REASON, widget=forms.TextInput)


def together(fields: list[Any]) -> list[list[Any]]:
    """Fields in groups of those that differ in their last part only: two languages, from and to."""
    groups: list[list[Any]] = []
    for field in fields:
        stem, dot, last = field.name.rpartition(".")
        if groups and dot and last in {"es", "1"} and groups[-1][-1].name.rpartition(".")[0] == stem:
            groups[-1].append(field)
        else:
            groups.append([field])
    return groups


def _root(fields: list[Any]) -> str:
    name: str = fields[0].name
    return name.split(".")[0]


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
