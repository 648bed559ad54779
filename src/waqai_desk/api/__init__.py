"""The API: REST with OpenAPI, keys with scopes, and OGC API – Features for maps. Persons' names are in none of its answers."""
