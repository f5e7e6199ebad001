import beadwork.core.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("people", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.CreateModel(
            name="Ladder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("is_standard", models.BooleanField(default=False)),
                (
                    "practice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ladders",
                        to="people.practice",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_standard", True)),
                        fields=("practice",),
                        name="ladder_one_standard",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("visits_a_week", models.DecimalField(decimal_places=2, max_digits=4)),
                ("minutes_a_visit", models.PositiveSmallIntegerField()),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("clinic", "Clinic"),
                            ("home", "Home"),
                            ("school", "School"),
                            ("community", "Community"),
                            ("tele", "Video"),
                        ],
                        default="clinic",
                        max_length=20,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.CharField(blank=True, max_length=200)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="people.child",
                    ),
                ),
                (
                    "ended_by",
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
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
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
                            ("starts_on__isnull", True),
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="plan_starts_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            models.Q(("signed_at__isnull", True), ("signed_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="plan_signed_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="plan_ended_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__in", ["clinic", "home", "school", "community", "tele"])),
                        name="plan_place_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("visits_a_week__gt", 0), ("visits_a_week__lte", 14)),
                        name="plan_visits_a_week_sane",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes_a_visit__gte", 5), ("minutes_a_visit__lte", 240)),
                        name="plan_minutes_a_visit_sane",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("signed_at", None)),
                        fields=("child",),
                        name="plan_one_draft",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("signed_at__isnull", False)),
                        fields=("child",),
                        name="plan_one_open",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("slug", models.SlugField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("family_name_en", models.CharField(max_length=120)),
                ("family_name_es", models.CharField(blank=True, max_length=120)),
                ("area", models.SlugField(max_length=40)),
                ("occupation", models.SlugField(max_length=40)),
                (
                    "scale",
                    models.CharField(
                        choices=[
                            ("accuracy", "Accuracy: how many tries succeed"),
                            ("steps", "Steps: how many steps of the task are done"),
                            ("count", "Count: how many times"),
                            ("duration", "Duration: how many seconds it lasts"),
                            ("latency", "Latency: how many seconds until it begins"),
                            ("rate", "Rate: how many a minute"),
                            ("attainment", "Attainment: five described levels"),
                            ("support", "Support: how little help it takes"),
                        ],
                        max_length=20,
                    ),
                ),
                ("low", models.FloatField()),
                ("high", models.FloatField()),
                ("unit", models.CharField(blank=True, max_length=40)),
                (
                    "better",
                    models.CharField(
                        choices=[("higher", "More is better"), ("lower", "Less is better")],
                        default="higher",
                        max_length=10,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                ("shared_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_because", models.CharField(blank=True, max_length=200)),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="people.child",
                    ),
                ),
                (
                    "closed_by",
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
                    "shared_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ladder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="plan.ladder"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="plan.plan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("child", "slug"), name="goal_slug_once_a_child"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "scale__in",
                                [
                                    "accuracy",
                                    "steps",
                                    "count",
                                    "duration",
                                    "latency",
                                    "rate",
                                    "attainment",
                                    "support",
                                ],
                            )
                        ),
                        name="goal_scale_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("better__in", ["higher", "lower"])), name="goal_better_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("high__gt", models.F("low"))), name="goal_scale_not_empty"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("shared_at__isnull", False), ("shared_by__isnull", False)),
                            models.Q(("shared_at__isnull", True), ("shared_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="goal_shared_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                            models.Q(("closed_at__isnull", True), ("closed_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="goal_closed_pair",
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("agreed_at", models.DateTimeField()),
                (
                    "caregiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="people.caregiver",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="plan.plan"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("plan", "caregiver"), name="agreement_once")]
            },
        ),
        migrations.CreateModel(
            name="ScalePoint",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("value", models.SmallIntegerField()),
                ("words_en", models.CharField(max_length=200)),
                ("words_es", models.CharField(blank=True, max_length=200)),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="plan.goal"
                    ),
                ),
            ],
            options={
                "ordering": ["value"],
                "constraints": [models.UniqueConstraint(fields=("goal", "value"), name="scalepoint_once")],
            },
        ),
        migrations.CreateModel(
            name="SupportLevel",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField()),
                ("slug", models.SlugField(max_length=40)),
                ("name_en", models.CharField(max_length=60)),
                ("name_es", models.CharField(blank=True, max_length=60)),
                ("family_en", models.CharField(max_length=80)),
                ("family_es", models.CharField(blank=True, max_length=80)),
                ("is_alone", models.BooleanField(default=False)),
                (
                    "ladder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="levels", to="plan.ladder"
                    ),
                ),
            ],
            options={
                "ordering": ["rank"],
                "constraints": [
                    models.UniqueConstraint(fields=("ladder", "rank"), name="supportlevel_rank_once"),
                    models.UniqueConstraint(fields=("ladder", "slug"), name="supportlevel_slug_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="GoalVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=beadwork.core.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("effective_on", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("does", models.CharField(max_length=200)),
                ("manner", models.CharField(blank=True, max_length=200)),
                ("condition", models.CharField(blank=True, max_length=200)),
                ("family_words_en", models.CharField(blank=True, max_length=300)),
                ("family_words_es", models.CharField(blank=True, max_length=300)),
                ("baseline", models.FloatField(null=True)),
                ("target", models.FloatField(null=True)),
                ("visits_running", models.PositiveSmallIntegerField(default=3)),
                ("settings_needed", models.PositiveSmallIntegerField(default=2)),
                ("review_on", models.DateField(null=True)),
                ("written_at", models.DateTimeField()),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="plan.goal"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "baseline_support",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plan.supportlevel",
                    ),
                ),
                (
                    "target_support",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plan.supportlevel",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("goal", "number"), name="goalversion_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="goalversion_number_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("visits_running__gte", 1)), name="goalversion_visits_running_some"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("settings_needed__gte", 1), ("settings_needed__lte", 5)),
                        name="goalversion_settings_needed_sane",
                    ),
                ],
            },
        ),
    ]
