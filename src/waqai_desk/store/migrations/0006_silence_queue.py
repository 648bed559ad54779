"""The index of silent pages begins with what is asked of all of them, so that a list is read off it in order."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """In place of the index of before."""

    dependencies = [("store", "0005_missed")]
    operations = [
        migrations.RemoveIndex(model_name="silence", name="silence_order"),
        migrations.AddIndex(
            model_name="silence",
            index=models.Index(fields=["tells_none", "-acts", "-harms", "-article"], name="silence_queue"),
        ),
    ]
