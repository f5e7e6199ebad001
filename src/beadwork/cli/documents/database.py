"""The map of the database: every table, field, link and privacy class, room by room."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Model

ROOMS = ["core", "people", "intake", "evaluation", "plan", "record", "talk", "visits", "home", "school"]
HEAD = """# Map of the database

Made from the models by `./beadwork docs`; a check fails when it is out of date. → is a link. In brackets, the privacy:
what is *about a child* or *about a grown-up* leaves the database only for people whom [access](access.md) lets see it.

"""


def document() -> str:
    """One section a room, one table a model."""
    return HEAD + "\n".join(line for room in ROOMS for line in _room(room))


def _room(room: str) -> Iterator[str]:
    yield f"## {room}\n"
    for model in apps.get_app_config(room).get_models():
        yield from _model(model)


def _model(model: type[Model]) -> Iterator[str]:
    yield f"**{model.__name__}** (`{model._meta.db_table}`): {' '.join((model.__doc__ or '').split())}\n"
    classes = _classes(model)
    for field in model._meta.local_concrete_fields:
        yield f"- `{field.name}`{_what(field)} [{classes.get(field.name, '?')}]"
    for field in model._meta.local_many_to_many:
        yield f"- `{field.name}`{_what(field)} (several)"
    yield ""


def _classes(model: type[Model]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ancestor in reversed(model.__mro__):
        found |= {name: privacy.value for name, privacy in vars(ancestor).get("privacy", {}).items()}
    return found


def _what(field: Any) -> str:
    target = f" → {field.related_model.__name__}" if field.related_model else f" {field.get_internal_type()}"
    return target + (", may be empty" if field.null else "")
