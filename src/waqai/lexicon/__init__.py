"""The lexicons: words as data, loaded strictly, found in one pass."""
