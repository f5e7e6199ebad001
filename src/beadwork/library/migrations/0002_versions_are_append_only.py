"""Triggers on both databases: a version of an item is never changed and never taken out."""

from django.db import migrations

from beadwork.core.append_only import append_only

UNIQUE = ("practice_id", "number")


class Migration(migrations.Migration):
    """Versions are append-only."""

    dependencies = [("library", "0001_initial")]
    operations = [
        migrations.RunPython(append_only("library_version", *UNIQUE), migrations.RunPython.noop),
    ]
