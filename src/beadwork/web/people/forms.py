"""Forms about oneself and about a child."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beadwork.core.ids import new_id
from beadwork.knowledge import items
from beadwork.people.actions import CHILD_SAYS
from beadwork.people.meaning import VOCABULARIES
from beadwork.people.models import Child, FactKind, User
from beadwork.web.stale import SeenForm

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SettingsForm(forms.Form):
    """Language and look."""

    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect(attrs={"class": "across"})
    )
    theme = forms.ChoiceField(
        label=_("Look"), choices=User.Theme, widget=forms.RadioSelect(attrs={"class": "across"})
    )


class ChildForm(forms.Form):
    """Names, birth date, weeks of pregnancy."""

    given_name = forms.CharField(label=_("Given name"))
    family_name = forms.CharField(label=_("Family name"), required=False)
    called = forms.CharField(
        label=_("Called"), required=False, help_text=_("What everybody says, if it is another name.")
    )
    born_on = forms.DateField(label=_("Birth date"), widget=DATE)
    gestation_weeks = forms.IntegerField(
        label=_("Weeks of pregnancy"),
        required=False,
        help_text=_("If born early: the age is then counted from the due date, up to two years."),
    )

    def facts(self) -> dict[str, Any]:
        """What the actions want."""
        said = dict(self.cleaned_data)
        weeks = said.pop("gestation_weeks")
        return said | {"gestation_days": None if weeks is None else weeks * 7}


class EditChildForm(ChildForm, SeenForm):
    """The same, for a child who is there; an old tab is noticed."""

    def __init__(self, data: Any, *, child: Child) -> None:
        super().__init__(data, initial=of_child(child))
        self.shows(child, CHILD_SAYS)


class NewChildForm(ChildForm):
    """The same, for a child who is not there yet; `id` makes a double click harmless."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    languages = forms.CharField(
        label=_("Languages at home"),
        required=False,
        max_length=200,
        help_text=_("For example: Spanish, English."),
    )


def of_child(child: Child) -> dict[str, Any]:
    """The form's initial values for a child who is there."""
    days = child.gestation_days
    names = ("given_name", "family_name", "called", "born_on")
    return {name: getattr(child, name) for name in names} | {"gestation_weeks": days and days // 7}


def _words() -> list[tuple[str, Any]]:
    """Every word of every vocabulary facts have, by kind; the value names both."""
    language = get_language() or "en"
    groups = [
        (
            kind.label,
            sorted((one.in_words(language), f"{kind}/{one.slug}") for one in items(VOCABULARIES[kind])),
        )
        for kind in FactKind
        if kind in VOCABULARIES
    ]
    return [("", "—"), *((label, [(slug, name) for name, slug in words]) for label, words in groups)]


class FactForm(forms.Form):
    """One thing worth knowing."""

    kind = forms.ChoiceField(
        label=_("What kind of thing"), choices=FactKind, widget=forms.RadioSelect(attrs={"class": "across"})
    )
    text = forms.CharField(label=_("In a few words"))
    word = forms.ChoiceField(
        label=_("The same in our words"),
        required=False,
        choices=_words,
        help_text=_(
            "The chooser of activities goes by it. Plain words it reads by itself: “peanuts”, “trains”."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """The word has to be one of the kind that was chosen."""
        said = super().clean() or self.cleaned_data
        kind, _slash, word = said.get("word", "").partition("/")
        if word and kind != said.get("kind"):
            self.add_error("word", _("This word belongs to another kind of thing."))
        return said | {"word": word}
