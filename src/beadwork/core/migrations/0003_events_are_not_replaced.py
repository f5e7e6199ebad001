"""SQLite only: INSERT OR REPLACE takes the old row away without asking the trigger on DELETE, so it is refused as well."""

from django.db import migrations

NO_REPLACE = """
CREATE TRIGGER event_no_replace BEFORE INSERT ON core_event WHEN EXISTS (
    SELECT 1 FROM core_event WHERE id = NEW.id OR (practice_id = NEW.practice_id AND seq = NEW.seq)
) BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
"""


def add_trigger(apps, schema_editor):
    """Refuse a second row with the id or the place of an event."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(NO_REPLACE)


class Migration(migrations.Migration):
    """Events are not replaced."""

    dependencies = [("core", "0002_events_are_append_only")]
    operations = [migrations.RunPython(add_trigger, migrations.RunPython.noop)]
