"""The store: originals, articles, reports, the incidents derived from them, and people's decisions."""
