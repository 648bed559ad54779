"""One run: fetch → read → tag → code → link, into the store; killed at any moment, the next one goes on where it was."""
