import beadwork.core.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("others_present", models.CharField(blank=True, max_length=200)),
                ("siblings_present", models.BooleanField(default=False)),
                ("finished_at", models.DateTimeField(null=True)),
                ("caregivers", models.ManyToManyField(related_name="+", to="people.caregiver")),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="people.child",
                    ),
                ),
                (
                    "finished_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "practice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.practice"
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_at__isnull", True),
                            ("ended_at__isnull", True),
                            ("ended_at__gte", models.F("started_at")),
                            _connector="OR",
                        ),
                        name="evaluation_started_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", False), ("finished_by__isnull", False)),
                            models.Q(("finished_at__isnull", True), ("finished_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="evaluation_finished_pair",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at", None)),
                        fields=("child",),
                        name="evaluation_one_open_a_child",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("question", models.SlugField(max_length=40)),
                ("text", models.TextField(max_length=4000)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="evaluation.evaluation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "question"), name="answer_once_a_question")
                ]
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("area", models.SlugField(max_length=40)),
                ("strengths", models.TextField(blank=True, max_length=4000)),
                ("needs", models.TextField(blank=True, max_length=4000)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="evaluation.evaluation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "area"), name="finding_once_an_area")
                ]
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("task", models.SlugField(max_length=40)),
                ("did", models.TextField(max_length=4000)),
                ("support", models.SlugField(blank=True, max_length=40)),
                ("behaviour", models.TextField(blank=True, max_length=4000)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="evaluation.evaluation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("evaluation", "task"), name="observation_once_a_task")
                ]
            },
        ),
    ]
