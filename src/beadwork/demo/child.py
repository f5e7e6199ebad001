"""One child's way into the practice: family, worry, referral, evaluation, plan."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from beadwork.demo.cast import Cast, user
from beadwork.demo.moments import Calendar
from beadwork.demo.stories import Story
from beadwork.demo.texts import content
from beadwork.people import actions
from beadwork.people.models import Caregiver, Child, Purpose, Staff, TeamPart, User
from beadwork.plan.models import Goal

NAMED = ("leo@example.org", "sara@example.org")


@dataclass
class Thread:
    """What the making of one child carries from step to step."""

    story: Story
    calendar: Calendar
    random: Random
    cast: Cast
    lead: Staff
    child: Child
    caregivers: list[Caregiver] = field(default_factory=list)
    goals: list[tuple[Goal, dict[str, Any], str]] = field(default_factory=list)
    activities: dict[Any, list[tuple[str, str]]] = field(default_factory=dict)

    @property
    def therapist(self) -> User:
        """Who leads the care of this child."""
        return self.lead.user

    def text(self, words: str) -> str:
        """A text with the child's name in it."""
        return words.format(child=self.story.name())


def add_child(story: Story, cast: Cast, lead: Staff, calendar: Calendar, random: Random) -> Thread:
    """The front desk adds the child, the family and the school, and the care team begins."""
    at = calendar.at(calendar.began, 9)
    by = {"by": cast.front_desk, "at": at}
    child = actions.add_child(
        cast.practice, given_name=story.given, family_name=story.family, called=story.called,
        born_on=story.born_on, gestation_days=story.gestation_weeks and story.gestation_weeks * 7, **by,
    )  # fmt: skip
    thread = Thread(story, calendar, random, cast, lead, child)
    actions.join_care_team(child, lead, since=calendar.began, part=TeamPart.LEAD, **by)
    if random.random() < 0.3 or story.teacher:
        actions.join_care_team(child, cast.assistant, since=calendar.began, part=TeamPart.TREATING, **by)
    _add_family(thread)
    _add_school(thread)
    _note_facts(thread)
    return thread


def _add_family(thread: Thread) -> None:
    story, calendar = thread.story, thread.calendar
    by = {"by": thread.cast.front_desk, "at": calendar.at(calendar.began, 9, 20)}
    for guardian in story.guardians:
        caregiver = actions.add_caregiver(
            thread.cast.practice, name=guardian.name, email=guardian.email, language=guardian.language, **by
        )
        if guardian.email in NAMED:
            user(guardian.email, guardian.name, guardian.language)
        caregiver.user = actions.let_caregiver_in(caregiver, **by)
        actions.give_guardianship(
            thread.child, caregiver, relation=guardian.relation, home=guardian.home, since=calendar.began,
            may_decide=True, **by,
        )  # fmt: skip
        thread.caregivers.append(caregiver)
    actions.give_consent(
        thread.child, Purpose.CARE, given_by=thread.caregivers[0], since=calendar.began, **by
    )


def _add_school(thread: Thread) -> None:
    months = (thread.calendar.today - thread.story.born_on).days / 30
    if months < 36:
        return
    by = {"by": thread.cast.front_desk, "at": thread.calendar.at(thread.calendar.began, 9, 40)}
    cast, since = thread.cast, thread.calendar.began
    if thread.story.teacher:
        actions.enrol(thread.child, cast.schools[0], teacher=cast.teachers[0], since=since, **by)
        actions.give_consent(thread.child, Purpose.SCHOOL, given_by=thread.caregivers[0], since=since, **by)
    else:
        actions.enrol(thread.child, thread.random.choice(cast.schools[1:]), since=since, **by)


def _note_facts(thread: Thread) -> None:
    at = thread.calendar.at(thread.calendar.began + timedelta(days=1), 10)
    words = content("people")["words"]
    for kind, texts in thread.story.facts.items():
        for text in texts:
            word = words.get(text, "")
            actions.note_fact(thread.child, kind, text, word=word, by=thread.therapist, at=at)
