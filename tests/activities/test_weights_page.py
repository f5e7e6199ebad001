"""The page on which a director sees and changes the weights."""

from django.urls import reverse

from beadwork.activities.choosing import USUAL
from beadwork.activities.models import WeightSet


def test_every_change_is_a_version_with_its_reason_and_what_it_changed(world, sign_in):
    client, url = sign_in(world.ruth), reverse("weights")
    assert "Nobody has changed them" in client.get(url).content.decode()
    said = USUAL.as_points() | {"interest": 40, "because": "We follow the child", "seen": 0}
    assert client.post(url, said).status_code == 302
    html = client.get(url).content.decode()
    assert "We follow the child" in html
    assert "15 → 40" in html
    assert WeightSet.objects.get().set_by == world.ruth


def test_an_old_page_and_a_number_off_the_scale_change_nothing(world, sign_in):
    client, url = sign_in(world.ruth), reverse("weights")
    client.post(url, USUAL.as_points() | {"interest": 40, "because": "x", "seen": 0})
    old = client.post(url, USUAL.as_points() | {"interest": 50, "because": "y", "seen": 0})
    assert "BW-382" in old.content.decode()
    client.post(url, USUAL.as_points() | {"interest": 500, "because": "y", "seen": 1})
    assert WeightSet.objects.count() == 1


def test_the_page_speaks_spanish(world, sign_in):
    world.ruth.language = "es"
    world.ruth.save(update_fields=["language"])
    assert "Cómo se pesan las actividades" in sign_in(world.ruth).get(reverse("weights")).content.decode()
