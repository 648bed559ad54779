"""When and where an act was: its date and place phrases, resolved."""
