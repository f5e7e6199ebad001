"""Getting around the family's pages, for tests."""

from beadwork.core.ids import new_id
from beadwork.people.access import Can
from beadwork.people.actions import change_rights
from beadwork.people.models import Guardianship
from beadwork.record.actions import NewRemark, open_occasion, record_remarks
from tests.home.build import day


def home(world):
    return f"/family/{world.mia.slug}/"


def day_url(world, routine):
    return f"{home(world)}routines/{routine.pk}/"


def rights(world, *names):
    bond = Guardianship.objects.get(child=world.mia, caregiver=world.leo_caregiver)
    change_rights(bond, rights=set(names), by=world.dana, at=world.now)


def remark_shared(world, text, *, for_family=True):
    who = {"can": Can.RECORD_VISIT, "by": world.ana, "at": world.now}
    today = day(world)
    occasion = open_occasion(world.mia, "clinic", today, id=new_id(), **who)
    new = NewRemark(id=new_id(), text=text, at=world.now, for_family=for_family)
    record_remarks(occasion, [new], **who)


def tap(client, world, routine, done="yes", **more):
    data = {"id": new_id(), "on": day(world), "done": done} | more
    return client.post(f"{day_url(world, routine)}day", data)
