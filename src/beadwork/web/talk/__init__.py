"""Pages of the talk room."""
