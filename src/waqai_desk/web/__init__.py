"""What every page shares: the rule of each route, the language, the headers, the session's end."""
