"""The commands that need a store. Django is imported when one is called, never before."""
