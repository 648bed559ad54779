"""The desk: a Django project around the library. It keeps what the verbs give, and what people decide."""
