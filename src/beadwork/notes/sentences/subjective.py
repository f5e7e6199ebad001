"""What family, teacher and child said since the last visit."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.home.models import HomeDay
from beadwork.notes import evidence
from beadwork.notes.facts import Facts
from beadwork.notes.sentences.sentence import Part, Sentence, key, listed
from beadwork.progress.words import say_place
from beadwork.school.models import ClassAnswer

SUBJECTIVE = Part.SUBJECTIVE


def said(facts: Facts) -> Iterator[Sentence]:
    """How practice went at home, what was said there, what the teacher wrote, what the child answered."""
    if facts.home:
        yield _practised(facts)
    for day in facts.home:
        if day.remark:
            yield _told_at_home(day)
    for answer in facts.school:
        if answer.remark:
            yield _told_at_school(answer)
    if facts.check_ins:
        yield _told_by_pictures(facts)


def _practised(facts: Facts) -> Sentence:
    done = [day for day in facts.home if day.done]
    feelings = list(dict.fromkeys(day.feeling_words for day in done if day.feeling))
    words = ngettext(
        "At home, since %(day)s: practised on %(done)d of the %(told)d day the family told of",
        "At home, since %(day)s: practised on %(done)d of the %(told)d days the family told of",
        len(facts.home),
    ) % {
        "day": date_format(facts.home[0].on), "done": len(done), "told": len(facts.home),
    }  # fmt: skip
    felt = _(" (it felt: %(feelings)s)") % {"feelings": listed(feelings).lower()} if feelings else ""
    sources = tuple(evidence.home_day(day) for day in facts.home)
    return Sentence(key(SUBJECTIVE, "home"), SUBJECTIVE, f"{words}{felt}.", sources)


def _told_at_home(day: HomeDay) -> Sentence:
    words = _("%(who)s (%(where)s, %(day)s): “%(words)s”") % {
        "who": day.caregiver.name, "where": say_place("home"), "day": date_format(day.on), "words": day.remark,
    }  # fmt: skip
    return Sentence(key(SUBJECTIVE, "home", day.pk), SUBJECTIVE, words, (evidence.home_day(day),))


def _told_at_school(answer: ClassAnswer) -> Sentence:
    words = _("%(who)s (%(where)s, week of %(day)s): “%(words)s”") % {
        "who": answer.answered_by, "where": say_place("school"), "day": date_format(answer.question.week_of),
        "words": answer.remark,
    }  # fmt: skip
    return Sentence(key(SUBJECTIVE, "class", answer.pk), SUBJECTIVE, words, (evidence.class_answer(answer),))


def _told_by_pictures(facts: Facts) -> Sentence:
    """The child's own answers, in the order they were given."""
    words = _("%(child)s, asked with pictures: %(answers)s.") % {
        "child": facts.child.given_name, "answers": listed(map(evidence.answered, facts.check_ins)),
    }  # fmt: skip
    return Sentence(
        key(SUBJECTIVE, "child"), SUBJECTIVE, words, tuple(map(evidence.check_in, facts.check_ins))
    )
