"""Names of places into points: an offline store, the choice among namesakes, and importers for more."""
