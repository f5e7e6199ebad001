"""What every piece of content has: a stable slug, a name, the family's words, and a passport."""

from dataclasses import dataclass
from datetime import date

from beadwork.knowledge.fields import link, links, part, plain, words
from beadwork.knowledge.text import Text

UNREVIEWED = Text(
    "Drafted from the sources named; not yet reviewed by a clinician.",
    "Redactado a partir de las fuentes indicadas; aún no lo ha revisado un profesional clínico.",
)


@dataclass(frozen=True, kw_only=True)
class Passport:
    """Where content comes from and who has checked it. `reviewed_by` is empty until somebody licensed has."""

    sources: tuple[str, ...] = links("source", least=1)
    licence: str = plain()
    reviewed_by: str = link("reviewer", optional=True)
    reviewed_on: str = plain(optional=True)
    next_review: str = plain()

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody licensed has reviewed it."""
        return bool(self.reviewed_by and self.reviewed_on)

    def is_stale(self, on: date) -> bool:
        """Whether the next review is due."""
        return date.fromisoformat(self.next_review) <= on


@dataclass(frozen=True, kw_only=True)
class Item:
    """One piece of content. `name` is the clinician's word, `family` what families read where that differs."""

    slug: str = plain()
    name: Text = words()
    family: Text | None = words(family=True, optional=True)
    passport: Passport = part(Passport)
    kind: str
    file: str

    def in_words(self, language: str) -> str:
        """The clinician's word in a language ("es-mx" reads as "es")."""
        return self.name.said(language)

    def family_words(self, language: str) -> str:
        """The family's words in a language; the clinician's where the kind has none."""
        return (self.family or self.name).said(language)

    def says(self, field: str, language: str) -> str:
        """A text field, such as a task's `offer`, in a language."""
        text: Text = getattr(self, field)
        return text.said(language)

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody licensed has reviewed it."""
        return self.passport.is_reviewed
