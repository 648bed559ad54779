"""Readers of other people's gazetteers: each gives places, aliases, and the lines it had to skip."""
