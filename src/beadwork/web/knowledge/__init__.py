"""Pages that show what is known: help with a response, getting ready, when to call."""
