"""Who is in a conversation, what was said, and what is new to whom."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from beadwork.people.access import GUARDIAN, TEAM, Access, Can
from beadwork.people.models import CareTeamMember, Child, Guardianship, User
from beadwork.people.models.relation import in_force
from beadwork.talk.models import Message, Reading

RECENT = 20


def people_in(child: Child, *, at: datetime) -> QuerySet[User]:
    """Everybody who can sign in and may talk about this child at a moment: the access rule read from its other end."""
    on = child.practice.day(at)
    team = CareTeamMember.objects.in_force(on).filter(
        in_force(on, "staff__"), child=child, staff__role__in=TEAM[Can.TALK]
    )
    family = Guardianship.objects.in_force(on).filter(child=child, **{GUARDIAN[Can.TALK]: True})
    inside = Q(pk__in=team.values("staff__user")) | Q(pk__in=family.values("caregiver__user"))
    return User.objects.filter(inside, is_active=True).order_by("name")


def conversation(
    child: Child, *, before: Message | None = None, limit: int = RECENT
) -> tuple[list[Message], bool]:
    """The newest messages, oldest first, with sender and `readings` (who, when); and whether there are older ones."""
    readings = Reading.objects.select_related("by").order_by("read_at")
    said = Message.objects.filter(child=child).select_related("by").order_by("-sent_at", "-pk")
    if before is not None:
        said = said.filter(Q(sent_at__lt=before.sent_at) | Q(sent_at=before.sent_at, pk__lt=before.pk))
    found = list(said.prefetch_related(Prefetch("readings", readings))[: limit + 1])
    return found[:limit][::-1], len(found) > limit


def unread_messages(user: User) -> QuerySet[Message]:
    """Messages by others that somebody has not read; narrow it to the children she may talk about."""
    return Message.objects.exclude(by=user).exclude(readings__by=user)


def unread(access: Access) -> dict[UUID, int]:
    """How many messages are new to somebody, by child; children without new messages are left out."""
    new = unread_messages(access.user).filter(child__in=access.children(Can.TALK))
    return dict(new.values_list("child").annotate(Count("pk")))
