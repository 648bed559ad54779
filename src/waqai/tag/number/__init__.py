"""How many: counts in digits and words."""
