"""Pages of the school room."""
