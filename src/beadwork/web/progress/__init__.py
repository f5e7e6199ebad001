"""Pages of the progress room."""
