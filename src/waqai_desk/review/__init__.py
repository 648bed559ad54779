"""The queue and the incident page: where people decide."""
