"""The store's incidents as an audience may read them, for every form of export."""

from waqai_desk.release.source import Choice, StoreSource

__all__ = ["Choice", "StoreSource"]
