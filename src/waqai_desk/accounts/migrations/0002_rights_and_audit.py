"""Roles, invitations, tokens and the audit log."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import waqai_desk.accounts.rights


class Migration(migrations.Migration):
    """Roles, invitations, tokens and the audit log."""

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ("who", models.CharField(max_length=150)),
                ("act", models.CharField(db_index=True, max_length=40)),
                ("what", models.CharField(blank=True, max_length=200)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={
                "db_table": "accounts_audit",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="role",
            field=models.CharField(
                choices=[
                    (waqai_desk.accounts.rights.Role["READER"], "Reader"),
                    (waqai_desk.accounts.rights.Role["CODER"], "Coder"),
                    (waqai_desk.accounts.rights.Role["REVIEWER"], "Reviewer"),
                    (waqai_desk.accounts.rights.Role["PUBLISHER"], "Publisher"),
                    (waqai_desk.accounts.rights.Role["ADMINISTRATOR"], "Administrator"),
                ],
                default=waqai_desk.accounts.rights.Role["READER"],
                max_length=16,
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="sees_names",
            field=models.BooleanField(default=False, verbose_name="may see persons' names"),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            (waqai_desk.accounts.rights.Role["READER"], "Reader"),
                            (waqai_desk.accounts.rights.Role["CODER"], "Coder"),
                            (waqai_desk.accounts.rights.Role["REVIEWER"], "Reviewer"),
                            (waqai_desk.accounts.rights.Role["PUBLISHER"], "Publisher"),
                            (waqai_desk.accounts.rights.Role["ADMINISTRATOR"], "Administrator"),
                        ],
                        max_length=16,
                    ),
                ),
                ("sees_names", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, max_length=120)),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="invited",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "used_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="invitation",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "accounts_invitation",
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("label", models.CharField(max_length=80)),
                ("scopes", models.CharField(max_length=120)),
                ("made", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires", models.DateTimeField()),
                ("revoked", models.DateTimeField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "accounts_token",
            },
        ),
    ]
