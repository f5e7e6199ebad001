"""Triggers on both databases: a signed note, its second signature, its addenda and a shared summary do not change."""

from django.db import migrations

from beadwork.core.append_only import append_only

TABLES = ("notes_note", "notes_cosignature", "notes_addendum", "notes_visitsummary")


class Migration(migrations.Migration):
    """What is signed stays."""

    dependencies = [("notes", "0001_initial")]
    operations = [migrations.RunPython(append_only(table), migrations.RunPython.noop) for table in TABLES]
