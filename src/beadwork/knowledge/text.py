"""A text in every language of the house."""

from typing import NamedTuple

LANGUAGES = ("en", "es")


class Text(NamedTuple):
    """One text, in English and in Spanish."""

    en: str
    es: str

    def said(self, language: str) -> str:
        """The text in a language ("es-mx" reads as "es"; English for a language the house does not speak)."""
        return self.es if language.split("-")[0] == "es" else self.en
