"""Who did it and to whom: the role that each actor plays in a clause."""
