"""Migrations of the public face."""
