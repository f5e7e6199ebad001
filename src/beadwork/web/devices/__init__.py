"""Pages of the devices room."""
