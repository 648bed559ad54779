"""When: date phrases, and which days they mean."""
