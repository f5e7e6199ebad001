"""What the gallery fills its components with. Filler stays English: it is about nobody."""

from types import SimpleNamespace

from django import forms

ICONS = """
today child goal visit home school message plus search check undo clock warning heart sun moon print arrow
back edit people key exit bell close next down previous download play pause timer flag hand help info star
idea shield link note filter more eye lock offline saved question baby book scissors food clothes writing
play-together moving family clinic tele community remove agree language settings keyboard minus send
activity joy calm unsure sad upset fill-0 fill-1 fill-2 fill-3 fill-4 not-yet bead-clinic bead-home
bead-school bead-community bead-tele
""".split()  # noqa: SIM905
FACES = ("joy", "calm", "unsure", "sad", "upset")
PROBLEM = SimpleNamespace(
    code="BW-000",
    what="What happened, in one sentence.",
    kept="What was kept: everything up to now.",
    todo="What to do: one step.",
)
PLACES = [("clinic", "At the clinic"), ("home", "At home"), ("school", "At school")]


class SampleForm(forms.Form):
    """Every kind of field."""

    name = forms.CharField(label="A short text", help_text="One sentence of help, below the field.")
    words = forms.CharField(label="A long text", widget=forms.Textarea, required=False)
    number = forms.IntegerField(label="A number", min_value=0, max_value=10)
    day = forms.DateField(label="A day", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    time = forms.TimeField(label="A time", widget=forms.TimeInput(attrs={"type": "time"}), required=False)
    place = forms.ChoiceField(label="One of a long list", choices=PLACES, required=False)
    where = forms.ChoiceField(
        label="One of a few", choices=PLACES, widget=forms.RadioSelect(attrs={"class": "across"})
    )
    many = forms.MultipleChoiceField(
        label="Some of a few", choices=PLACES, widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="Yes or no", required=False)
    file = forms.FileField(label="A file", required=False)
