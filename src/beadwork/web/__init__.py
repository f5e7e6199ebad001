"""The browser's door: it finds, acts through the rooms, and answers. It decides nothing."""
