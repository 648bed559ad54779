"""Mentions into reports: clauses, roles, acts, assembly and judgement."""
