"""The tables of the store."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables of the store."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40, unique=True)),
                ("index", models.PositiveIntegerField()),
                ("body", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[("current", "Current"), ("kept", "Kept"), ("withdrawn", "Withdrawn")],
                        default="current",
                        max_length=10,
                    ),
                ),
                ("event_type", models.CharField(max_length=40)),
                ("sub_event_type", models.CharField(max_length=60)),
                ("method", models.CharField(max_length=40)),
                ("date_start", models.DateField(null=True)),
                ("date_end", models.DateField(null=True)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("admin1", models.CharField(blank=True, max_length=100)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("confidence", models.FloatField()),
                ("needs_link", models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("value", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Outlet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("party", models.CharField(blank=True, max_length=100)),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("config", models.TextField(blank=True)),
                ("totals", models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="Coding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("coder", models.CharField(max_length=60)),
                ("lexicon", models.CharField(max_length=64)),
                ("gazetteer", models.CharField(max_length=64)),
                ("first_used", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("coder", "lexicon", "gazetteer"), name="coding_once")],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, unique=True)),
                ("body", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("title", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
                ("published", models.DateField(null=True)),
                ("folded", models.TextField(blank=True)),
                ("signature", models.TextField(blank=True)),
                ("coded_at", models.DateTimeField(null=True)),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "copy_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="store.article",
                    ),
                ),
                (
                    "coding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="store.coding",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.CharField(max_length=40, unique=True)),
                ("body", models.TextField()),
                ("machine", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("is_retired", models.BooleanField(default=False)),
                (
                    "review",
                    models.CharField(
                        choices=[
                            ("unreviewed", "Unreviewed"),
                            ("accepted", "Accepted"),
                            ("changed", "Changed"),
                            ("rejected", "Rejected"),
                        ],
                        default="unreviewed",
                        max_length=12,
                    ),
                ),
                ("is_held", models.BooleanField(default=False)),
                ("published_at", models.DateTimeField(null=True)),
                ("published_body", models.TextField(blank=True)),
                ("added_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("event_type", models.CharField(max_length=40)),
                ("sub_event_type", models.CharField(max_length=60)),
                ("method", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=12)),
                ("status", models.CharField(max_length=12)),
                ("date_start", models.DateField(null=True)),
                ("date_end", models.DateField(null=True)),
                ("date_precision", models.CharField(blank=True, max_length=10)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("admin1", models.CharField(blank=True, max_length=100)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("place_en", models.CharField(blank=True, max_length=200)),
                ("place_precision", models.CharField(max_length=15)),
                ("lat", models.FloatField(null=True)),
                ("lon", models.FloatField(null=True)),
                ("killed_low", models.PositiveIntegerField(null=True)),
                ("killed_best", models.PositiveIntegerField(null=True)),
                ("killed_high", models.PositiveIntegerField(null=True)),
                ("wounded_low", models.PositiveIntegerField(null=True)),
                ("wounded_best", models.PositiveIntegerField(null=True)),
                ("wounded_high", models.PositiveIntegerField(null=True)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("confirmed", "Confirmed"),
                            ("fair", "Fair"),
                            ("weak", "Weak"),
                            ("contested", "Contested"),
                            ("discounted", "Discounted"),
                        ],
                        max_length=12,
                    ),
                ),
                ("witnesses", models.PositiveIntegerField()),
                ("accounts", models.PositiveIntegerField()),
                ("is_disputed", models.BooleanField(default=False)),
                ("confidence", models.FloatField()),
                (
                    "merged_into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="formerly",
                        to="store.incident",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IncidentActor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("actor", models.CharField(max_length=200)),
                ("side", models.CharField(choices=[("initiator", "Initiator"), ("target", "Target")], max_length=10)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="actors", to="store.incident"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="link",
                        serialize=False,
                        to="store.report",
                    ),
                ),
                ("weight", models.FloatField(default=0.0)),
                ("reasons", models.JSONField(default=list)),
            ],
        ),
        migrations.AddField(
            model_name="report",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="store.article"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="coding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="store.coding"
            ),
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("edit", "Edit"),
                            ("accept", "Accept"),
                            ("reject", "Reject"),
                            ("reopen", "Reopen"),
                            ("merge", "Merge"),
                            ("split", "Split"),
                            ("publish", "Publish"),
                            ("unpublish", "Unpublish"),
                            ("hold", "Hold"),
                            ("release", "Release"),
                            ("comment", "Comment"),
                            ("teach", "Teach"),
                            ("undo", "Undo"),
                        ],
                        max_length=12,
                    ),
                ),
                ("what", models.JSONField(default=dict)),
                ("why", models.TextField(blank=True)),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="store.decision",
                    ),
                ),
                (
                    "who",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="store.incident",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="store.report",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "report_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.BigIntegerField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="blocks", to="store.report"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NameLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("why", models.TextField(blank=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="name_looks", to="store.article"
                    ),
                ),
                (
                    "who",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="name_looks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Original",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=200, unique=True)),
                ("url", models.TextField(blank=True)),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("kind", models.CharField(max_length=20)),
                ("digest", models.CharField(max_length=64)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("outlet", models.CharField(blank=True, max_length=200)),
                ("charset", models.CharField(blank=True, max_length=40)),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("length", models.PositiveBigIntegerField(default=0)),
                ("fetched_at", models.DateTimeField(null=True)),
                ("archive", models.CharField(blank=True, max_length=300)),
                ("offset", models.PositiveBigIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("read", "Read"), ("refused", "Refused")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("error_code", models.CharField(blank=True, max_length=20)),
                ("error", models.TextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["state", "id"], name="store_origi_state_6d658a_idx"),
                    models.Index(fields=["digest"], name="store_origi_digest_4cf4fb_idx"),
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="original",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="store.original"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="outlet",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="articles", to="store.outlet"
            ),
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.TextField()),
                ("role", models.CharField(max_length=60)),
                ("evidence", models.JSONField(default=list)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="persons", to="store.article"
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("changed", "Changed"),
                            ("merged", "Merged"),
                            ("restored", "Restored"),
                            ("retired", "Retired"),
                            ("published", "Published"),
                            ("unpublished", "Unpublished"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField()),
                ("fields", models.JSONField(default=list)),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="store.decision",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="store.incident"
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.incident"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="store.run"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TeamActor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("actor", models.CharField(max_length=100, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("country", models.CharField(blank=True, max_length=2)),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actor", to="store.decision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("actor", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=200)),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="alias", to="store.decision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("other_names", models.JSONField(default=list)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("kind", models.CharField(blank=True, max_length=40)),
                ("precision", models.CharField(max_length=15)),
                ("country", models.CharField(max_length=2)),
                ("admin1", models.CharField(blank=True, max_length=100)),
                ("lat", models.FloatField()),
                ("lon", models.FloatField()),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="place", to="store.decision"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["-date_start", "-id"], name="incident_day"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["event_type", "-date_start"], name="incident_type"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["method", "-date_start"], name="incident_method"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["country", "admin1", "-date_start"], name="incident_area"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["review", "-killed_best", "-id"], name="incident_queue"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["grade", "-date_start"], name="incident_grade"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["killed_best", "-date_start"], name="incident_killed"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["lat", "lon"], name="incident_point"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["changed_at", "id"], name="incident_changed"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["published_at", "id"], name="incident_published"),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("grade__in", ["confirmed", "fair", "weak", "contested", "discounted"])),
                name="incident_grade_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(("review__in", ["unreviewed", "accepted", "changed", "rejected"])),
                name="incident_review_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_at", None), ("published_body", "")),
                    models.Q(("published_body", ""), _negated=True),
                    _connector="OR",
                ),
                name="incident_published_has_body",
            ),
        ),
        migrations.AddIndex(
            model_name="incidentactor",
            index=models.Index(fields=["actor", "incident"], name="incident_actor"),
        ),
        migrations.AddConstraint(
            model_name="incidentactor",
            constraint=models.UniqueConstraint(fields=("incident", "actor", "side"), name="incident_actor_once"),
        ),
        migrations.AddField(
            model_name="link",
            name="decision",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="links", to="store.decision"
            ),
        ),
        migrations.AddField(
            model_name="link",
            name="incident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="links", to="store.incident"
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["article", "index"], name="store_repor_article_e813ca_idx"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["date_start", "country"], name="store_repor_date_st_b4f969_idx"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(condition=models.Q(("needs_link", True)), fields=["id"], name="report_needs_link"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["incident", "id"], name="store_decis_inciden_0d2071_idx"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["who", "at"], name="store_decis_who_id_4f818e_idx"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "edit",
                            "accept",
                            "reject",
                            "reopen",
                            "merge",
                            "split",
                            "publish",
                            "unpublish",
                            "hold",
                            "release",
                            "comment",
                            "teach",
                            "undo",
                        ],
                    )
                ),
                name="decision_kind_known",
            ),
        ),
        migrations.AddIndex(
            model_name="namelook",
            index=models.Index(fields=["who", "at"], name="store_namel_who_id_14106f_idx"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["published", "id"], name="store_artic_publish_145172_idx"),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(fields=["incident", "id"], name="store_chang_inciden_6190e3_idx"),
        ),
        migrations.AddConstraint(
            model_name="teamalias",
            constraint=models.UniqueConstraint(fields=("actor", "name"), name="team_alias_once"),
        ),
    ]
