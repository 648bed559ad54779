"""Who: names of actors, and head nouns with what makes actors of them."""
