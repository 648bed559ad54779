"""An article on a page: its words in pieces, the evidence marked, persons under pseudonyms."""
