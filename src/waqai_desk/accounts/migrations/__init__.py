"""Schema of the accounts."""
