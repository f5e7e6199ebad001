"""A practice that is made up, made only through the rooms' own actions."""
