"""Django's settings. What a team may change comes from the environment; nothing here writes a file."""

from __future__ import annotations

from waqai_desk.database import database
from waqai_desk.secret import secret_key

SECRET_KEY = secret_key()
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "waqai_desk.accounts",
    "waqai_desk.store",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database()}
ROOT_URLCONF = "waqai_desk.urls"

LANGUAGE_CODE = "ar"
TIME_ZONE = "UTC"
USE_TZ = True
