"""A practice gets its name for links; practices that are there get theirs from their name."""

from django.db import migrations, models
from django.utils.text import slugify


def name_practices(apps, schema_editor):
    """Give each practice a slug of its own."""
    taken = set()
    for practice in apps.get_model("people", "Practice").objects.order_by("pk"):
        wanted = slugify(practice.name)[:50].strip("-") or "practice"
        names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
        practice.slug = next(name for name in names if name not in taken)
        taken.add(practice.slug)
        practice.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("people", "0002_fact_gains_word")]

    operations = [
        migrations.AddField("practice", "slug", models.SlugField(max_length=60, default="", db_index=False)),
        migrations.RunPython(name_practices, migrations.RunPython.noop),
        migrations.AlterField("practice", "slug", models.SlugField(max_length=60, unique=True)),
    ]
