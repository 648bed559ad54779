"""All incidents by filters: table, map, charts, downloads, search."""
