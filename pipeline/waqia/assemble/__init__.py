"""Pure functions from the mentions of an article to its record: identities, events, source chains, ids."""
