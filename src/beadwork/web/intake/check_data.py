"""What the milestone check carries with its page: rules, lists and words. No answer ever comes back by itself."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from beadwork.knowledge import LANGUAGES, Library, Text
from beadwork.knowledge.age import DAYS_A_MONTH, TERM_DAYS
from beadwork.knowledge.milestones import list_ages, on_list
from beadwork.library.own import OwnLibrary

Content = Library | OwnLibrary
"""What came with the product, or a practice's word about it last."""

SET = "cdc-2022"
UNTIL_MONTHS = 72  # the last list is for five years; from the sixth birthday on none of them fits
__all__ = ["SET", "UNTIL_MONTHS", "check_data", "lists"]


def check_data(content: Content) -> dict[str, Any]:
    """Everything the script needs, for the reader's language; the lists and the doctor's words in both."""
    return {
        **_lists(content),
        "language": _language(),
        "words": _words(),
        "letters": _letters(),
        "child": None,
    }


def lists(content: Content) -> list[int]:
    """The ages in months there are lists for."""
    return list_ages(content, SET)


def _language() -> str:
    language = (get_language() or "en").split("-")[0]
    return language if language in LANGUAGES else "en"


@lru_cache(maxsize=32)
def _lists(content: Content) -> dict[str, Any]:
    of = content.item("milestone-set", SET)
    rule = {
        "termDays": TERM_DAYS, "correctBornBeforeDays": of.correct_born_before_days,
        "correctUntilDays": of.correct_until_days, "untilMonths": UNTIL_MONTHS, "daysAMonth": DAYS_A_MONTH,
    }  # fmt: skip
    domains = [{"slug": one.slug, "name": _both(one.name)} for one in content.items("milestone-domain")]
    return {"rule": rule, "domains": domains, "lists": [_list(content, months) for months in lists(content)]}


def _list(content: Content, months: int) -> dict[str, Any]:
    found = on_list(content, SET, months)
    return {
        "months": months,
        "items": [
            {
                "slug": one.slug,
                "domain": one.domain,
                "name": _both(one.name),
                "example": one.example and _both(one.example),
            }
            for one in found
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return text._asdict()


def _ages() -> dict[str, Any]:
    """Ages as people say them; the first form is for one."""
    return {
        "child": _("my child"),
        "weeks": [_("{n} week"), _("{n} weeks")],
        "months": [_("{n} month"), _("{n} months")],
        "years": [_("{n} year"), _("{n} years")],
        "and": _("{a} and {b}"),
    }


def _words() -> dict[str, Any]:
    return _ages() | {
        "age": _("Age: {age}."),
        "bothAges": _("Age: {age}. Counted from the due date: {corrected}. For a child born early we use that one."),
        "list": _("The list for {age}"),
        "earlier": _("A look back: the list for {age}"),
        "open": _("Some have no answer yet. Answer them, or go on without them."),
        "tooYoung": _("The first list is for two months. If something worries you, do not wait for it."),
        "tooOld": _("The lists end with five years. What worries you is still worth telling."),
        "bornLater": _("Please give the day your child was born. It cannot be a day to come."),
        "copied": _("Copied"),
    }  # fmt: skip


def _letters() -> dict[str, dict[str, Any]]:
    return {language: _letter(language) for language in LANGUAGES}


def _letter(language: str) -> dict[str, Any]:
    with override(language):
        return _ages() | {
            "opening": _("This is about {name}, {age} old."),
            "openingCorrected": _("This is about {name}, {age} old; {corrected} counted from the due date."),
            "can": _("What is there already:"),
            "notYet": _("Not there yet:"),
            "unsure": _("Not sure about:"),
            "lost": _("Something my child did before and does no more:"),
            "worry": _("What worries me:"),
            "please": _("I would like to ask for a developmental screening, and what we can do until then."),
        }
