"""What an act finally is: type, sides, toll, outcome, the words and rules behind each, and how sure it all is."""
