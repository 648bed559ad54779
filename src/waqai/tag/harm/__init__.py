"""Tolls: who was killed, wounded, detained, and how many."""
