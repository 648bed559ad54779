"""Who works at the desk."""
