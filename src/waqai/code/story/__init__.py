"""Drafts joined into the acts that the article tells: what is told again, what is another act, what is a sum of several."""
