"""Forms about the people around a child."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from beadwork.people import actions
from beadwork.people.models import Caregiver, Child, Guardianship, Purpose, School, Staff, TeamPart
from beadwork.web.people.forms import DATE
from beadwork.web.stale import SeenForm

RIGHTS = [
    ("may_see", _("read the family's pages")),
    ("may_practise", _("practise at home and tell how it went")),
    ("may_talk", _("talk in the conversation")),
    ("may_decide", _("read and agree to plans, and give consent")),
]


def across() -> forms.CheckboxSelectMultiple:
    """Boxes beside each other where there is room."""
    return forms.CheckboxSelectMultiple(attrs={"class": "across"})


class GuardianForm(forms.Form):
    """A grown-up at home and her rights."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("With it, this person can sign in; the password is set by a link."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    relation = forms.CharField(label=_("Relation to the child"), max_length=40)
    home = forms.CharField(label=_("Which home"), max_length=60, required=False)
    since = forms.DateField(label=_("From"), widget=DATE)
    until = forms.DateField(label=_("Until"), widget=DATE, required=False)
    rights = forms.MultipleChoiceField(label=_("May"), choices=RIGHTS, required=False, widget=across())


class RightsForm(SeenForm):
    """The rights alone."""

    rights = forms.MultipleChoiceField(label=_("May"), choices=RIGHTS, required=False, widget=across())

    def __init__(self, data: Any, *, bond: Guardianship) -> None:
        super().__init__(data, initial={"rights": [name for name, _ in RIGHTS if getattr(bond, name)]})
        self.shows(bond, actions.RIGHTS)

    def now(self, bond: Guardianship) -> dict[str, list[str]]:
        """What the guardian may do now, in words, if it is not what the boxes say."""
        allowed = [(name, words) for name, words in RIGHTS if getattr(bond, name)]
        same = {name for name, _words in allowed} == set(self.cleaned_data["rights"])
        return {} if same else {"rights": [str(words) for _name, words in allowed]}


class TeamForm(forms.Form):
    """Somebody of the practice, and her part."""

    staff = forms.ModelChoiceField(Staff.objects.none(), label=_("Who"))
    part = forms.ChoiceField(label=_("Part"), choices=TeamPart, initial=TeamPart.TREATING)
    since = forms.DateField(label=_("From"), widget=DATE)

    def __init__(self, data: Any, *, child: Child, on: date) -> None:
        super().__init__(data, initial={"since": on})
        staff = Staff.objects.in_force(on).filter(practice=child.practice_id).select_related("user")
        self.fields["staff"].queryset = staff.order_by("user__name")  # type: ignore[attr-defined]


class ConsentForm(forms.Form):
    """A yes for one purpose."""

    purpose = forms.ChoiceField(label=_("To what"), choices=Purpose)
    given_by = forms.ModelChoiceField(Caregiver.objects.none(), label=_("Who said yes"))
    since = forms.DateField(label=_("From"), widget=DATE)
    until = forms.DateField(label=_("Until"), widget=DATE, required=False)

    def __init__(self, data: Any, *, child: Child, on: date) -> None:
        super().__init__(data, initial={"since": on})
        deciding = child.guardianships.in_force(on).filter(may_decide=True).values("caregiver")
        self.fields["given_by"].queryset = Caregiver.objects.filter(pk__in=deciding)  # type: ignore[attr-defined]


class SchoolForm(forms.Form):
    """A school, and the teacher who helps in class."""

    school = forms.CharField(label=_("School"), max_length=120)
    teacher = forms.CharField(label=_("Teacher"), max_length=120, required=False)
    teacher_email = forms.EmailField(
        label=_("Teacher's e-mail"),
        required=False,
        help_text=_("With it, and the family's consent, the teacher can help."),
    )
    since = forms.DateField(label=_("From"), widget=DATE)

    def __init__(self, data: Any, *, child: Child, on: date) -> None:
        super().__init__(data, initial={"since": on})
        self.schools = School.objects.filter(practice=child.practice_id).order_by("name")
