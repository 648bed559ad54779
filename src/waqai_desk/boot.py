"""Django started from a command that is not Django's own, and the store brought to the newest form."""

from __future__ import annotations

import os
from typing import Final

from waqai.errors import StoreError
from waqai.settings import home

SETTINGS: Final = "waqai_desk.settings"


def boot() -> None:
    """Start Django; a second call does nothing."""
    import django  # a quarter second that commands without a store do not need
    from django.apps import apps

    if not apps.ready:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        django.setup()


def open_store() -> None:
    """Start Django, and make or migrate the store.

    Raises: StoreError when the database cannot be reached.
    """
    boot()
    from django.core.management import call_command
    from django.db import DatabaseError

    home().mkdir(parents=True, exist_ok=True)
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError as error:
        raise StoreError(f"the store cannot be opened: {str(error).strip()}") from error
