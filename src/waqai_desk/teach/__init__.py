"""Places, actors and other names that the team teaches once."""
