"""A form for any kind of content, made from its shapes; what it gives back is an entry as a content file has it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beadwork.knowledge.shapes import Link, Many, Number, Part, Shape, Span, Words, Yes, shapes
from beadwork.library.own import OwnLibrary
from beadwork.library.words import folded
from beadwork.web.library.labels import FIELDS
from beadwork.web.library.said import name_of

FEW, MANY = (
    12,
    60,
)  # choices shown at once; of more, the chosen ones and the others behind a line; of many, by name
EMPTY_LINES = 3
LONGEST = 4000
TONGUES = {"en": _("in English"), "es": _("in Spanish")}
KEPT = frozenset({"slug", "passport"})
"""Fields that are not written here: the name in addresses, and where the content comes from."""


class Picker(forms.CheckboxSelectMultiple):
    """Words of a vocabulary to tick: those that are chosen first, the others behind one line."""

    template_name = "library/picker.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The options apart: chosen, and the rest."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        every = [option for _group, options, _index in context["widget"]["optgroups"] for option in options]
        chosen, rest = ([one for one in every if one["selected"] is side] for side in (True, False))
        return context | {"chosen": chosen, "rest": rest, "left": len(rest)}


class OneByOne(forms.Widget):
    """A line for each name and some empty ones; the words of the vocabulary are offered as one types."""

    template_name = "library/one_by_one.html"
    use_fieldset = True

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self.words = words

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """The lines, and the words once."""
        lines = [line for line in (value or "").splitlines() if line.strip()]
        empty = [""] * EMPTY_LINES
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context | {"lines": [*lines, *empty], "words": self.words}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """What stands in the lines, one below the other."""
        return "\n".join(data.getlist(name) if hasattr(data, "getlist") else [data.get(name) or ""])


class Names(forms.CharField):
    """Items of a kind by name, in either language, offered as one types; gives their slugs."""

    def __init__(self, *, own: OwnLibrary, kind: str, **more: Any) -> None:
        words = sorted((name_of(own, kind, slug) for slug in slugs_of(own, kind)), key=folded)
        super().__init__(widget=OneByOne(words), **more)
        self.own, self.kind = own, kind

    def prepare_value(self, value: Any) -> str:
        """Slugs as names; what was typed as it was typed."""
        return (
            value
            if isinstance(value, str)
            else "\n".join(name_of(self.own, self.kind, slug) for slug in value or [])
        )

    def clean(self, value: Any) -> list[str]:
        """The slugs; an unknown name is named."""
        slugs = known(self.own, self.kind)
        asked = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        if strange := [line for line in asked if folded(line) not in slugs]:
            raise forms.ValidationError(
                gettext("There is no “%(name)s” in the list; write another name for it.")
                % {"name": strange[0]}
            )
        return list(dict.fromkeys(slugs[folded(line)] for line in asked))


def known(own: OwnLibrary, kind: str) -> dict[str, str]:
    """Every way to name an item of a kind: its slug, its names, what people write for it."""
    if kind == "step":
        refs = [ref for path in own.items("path") for ref in path.refs()]
        return {folded(name): ref for ref in refs for name in (ref, name_of(own, "step", ref))}
    found: dict[str, str] = {}
    for one in own.items(kind):
        for name in (*getattr(one, "also", ()), *one.name, one.slug):
            found[folded(name)] = one.slug
    return found


def slugs_of(own: OwnLibrary, kind: str) -> list[str]:
    """What a link to a kind may name."""
    if kind == "step":
        return [ref for path in own.items("path") for ref in path.refs()]
    return [one.slug for one in own.items(kind)]


def form_fields(
    made: type, entry: Mapping[str, Any], own: OwnLibrary, where: str = "", *, needed: bool = True
) -> Iterator[tuple[str, Any]]:
    """Every field of a kind with its place in the form ("home.do.en"), filled from an entry.

    `needed`: the part they are of has to be there; then what its shape does not leave out is asked for.
    """
    for name, shape in shapes(made).items():
        if where or name not in KEPT:
            label, value = str(FIELDS.get(name, name)), entry.get(name, shape.empty)
            yield from _fields(shape, f"{where}{name}", label, value, own, needed and not shape.optional)


def _fields(
    shape: Shape, where: str, label: str, value: Any, own: OwnLibrary, needed: bool
) -> Iterator[tuple[str, Any]]:
    if isinstance(shape, Part):
        yield from form_fields(shape.of, value or {}, own, f"{where}.", needed=needed)
    elif isinstance(shape, Many) and isinstance(shape.each, Part):
        for number, one in enumerate([*(value or []), {}]):  # an empty one to add
            yield from form_fields(shape.each.of, one, own, f"{where}.{number}.", needed=False)
    elif isinstance(shape, Words) or (isinstance(shape, Many) and isinstance(shape.each, Words)):
        for tongue, words in TONGUES.items():
            yield f"{where}.{tongue}", _text(f"{label}, {words}", _said(value, tongue), shape, needed)
    elif isinstance(shape, Span):
        for number, words in enumerate((_("from"), _("to"))):
            initial = value[number] if value else None
            yield f"{where}.{number}", _number(f"{label}, {words}", initial, shape, needed)
    else:
        yield where, _plain(shape, label, value, own, needed)


def _said(value: Any, tongue: str) -> str:
    """A text, or several one a line, in one language."""
    if isinstance(value, list | tuple):
        return "\n".join(one[tongue] for one in value)
    return value[tongue] if value else ""


def _text(label: str, initial: str, shape: Shape, needed: bool) -> forms.CharField:
    rows = 4 if isinstance(shape, Many) else 2
    help_text = _("One a line.") if isinstance(shape, Many) else ""
    return forms.CharField(
        label=label, initial=initial, required=needed, max_length=LONGEST, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def _number(label: str, initial: Any, shape: Number, needed: bool) -> Any:
    made = forms.FloatField if shape.decimal else forms.IntegerField
    return made(label=label, initial=initial, required=needed, min_value=shape.low, max_value=shape.high)


def _plain(shape: Shape, label: str, value: Any, own: OwnLibrary, needed: bool) -> Any:
    if isinstance(shape, Number):
        return _number(label, value, shape, needed)
    if isinstance(shape, Yes):
        return forms.BooleanField(label=label, initial=bool(value), required=False)
    if isinstance(shape, Link):
        choices = [("", "—"), *((slug, name_of(own, shape.to, slug)) for slug in slugs_of(own, shape.to))]
        return forms.ChoiceField(label=label, initial=value, required=needed, choices=choices)
    asked = {"label": label, "required": needed}
    if isinstance(shape, Many) and isinstance(shape.each, Link):
        return _links(shape.each.to, value, own, **asked)
    if isinstance(shape, Many):
        lines = "\n".join(value or [])
        return forms.CharField(initial=lines, max_length=LONGEST, widget=forms.Textarea, **asked)
    return forms.CharField(initial=value, max_length=LONGEST, **asked)


def _links(to: str, value: Any, own: OwnLibrary, **asked: Any) -> Any:
    slugs, initial = slugs_of(own, to), list(value or [])
    if len(slugs) > MANY:
        return Names(
            own=own, kind=to, initial=initial, help_text=_("Type a word; the list offers what fits."), **asked
        )
    ticks = forms.CheckboxSelectMultiple if len(slugs) <= FEW else Picker
    choices = [(slug, name_of(own, to, slug)) for slug in slugs]
    return forms.MultipleChoiceField(
        initial=initial, choices=choices, widget=ticks(attrs={"class": "across"}), **asked
    )
