"""The draft of one act: a clause's deed, sides, places and toll, and what the article has told of it so far."""
