"""Articles into mentions: words, dates, numbers, places, actors, persons, sources, and the row of chunks."""
