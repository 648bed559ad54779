"""Who may do what at the desk: members, their roles and rights, invitations, tokens, and the log of what was looked at."""
