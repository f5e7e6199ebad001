"""Pages of the plan room."""
