"""In which order and under which headings a goal is written: the occupation first, the numbers after the words."""

from collections.abc import Iterator

from django.forms import BoundField, Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SCALE = _("How it is measured")
PARTS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (_("What we work on"), ("name", "family_name_en", "family_name_es", "area", "occupation", "icf")),
    (_("The goal in one sentence"), ("does", "manner", "condition")),
    (_("In the family's words"), ("family_words_en", "family_words_es")),
    (SCALE, ()),
    (_("From where, to where"), ("baseline", "baseline_support", "target", "target_support")),
    (_("When it is reached"), ("visits_running", "settings_needed", "review_on")),
    (_("This change"), ("effective_on", "reason")),
)
"""Fields that no part names describe the scale."""
SENTENCES = {
    "does",
    "family_words_en",
}  # a part that begins with one of these takes the whole width, line by line
Part = tuple[Promise, str, list[BoundField]]  # heading, how its fields stand, fields


def parts_of(form: Form) -> Iterator[Part]:
    """The fields of a goal's form under their headings; a part without fields is left out."""
    placed = {name for _heading, names in PARTS for name in names}
    rest = [name for name, field in form.fields.items() if name not in placed and not field.widget.is_hidden]
    for heading, names in PARTS:
        there = [form[name] for name in (rest if heading is SCALE else names) if name in form.fields]
        if there:
            yield heading, "stack" if there[0].name in SENTENCES else "side-by-side", there
