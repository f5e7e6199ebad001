"""A tablet that speaks to the door as a browser does."""

from typing import Any

from django.test import Client
from django.urls import reverse

from beadwork.core.ids import new_id
from beadwork.people.models import User


def hello_from(client: Client, id: Any = None, name: str = "Tablet") -> str:
    """Register a device; its id."""
    id = str(id or new_id())
    answer = post(client, "sync-device", {"id": id, "name": name})
    assert answer.status_code == 200, answer.content
    return id


def post(client: Client, name: str, said: Any, **more: Any) -> Any:
    """Send JSON."""
    return client.post(reverse(name), said, content_type="application/json", **more)


def envelope(device: str, user: User, *entries: Any, sent_at: Any, **changes: Any) -> dict[str, Any]:
    """An envelope as the tablet makes it."""
    said = {"device": device, "who": str(user.pk), "sent_at": sent_at.isoformat(), "left": 0}
    return said | {"entries": list(entries)} | changes
