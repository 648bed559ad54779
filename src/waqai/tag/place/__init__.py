"""Where: place phrases, and what they ask of the gazetteer."""
