"""Articles into mentions: words, numbers, dates, places, actors, persons, sources, and the row of chunks.

``tagged.py`` tags an article. A folder a grammar, each with its ``find.py``: ``number``, ``date``, ``place``, ``actor`` and ``person``
read words; ``harm`` reads tolls from the row of chunks, in which each mention is one thing.
"""
