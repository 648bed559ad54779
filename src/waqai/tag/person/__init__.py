"""Persons, kept apart from the incidents."""
