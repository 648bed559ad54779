"""Sentences cut into clauses that tell one act each, and what a clause looks like to the rules that read it."""
