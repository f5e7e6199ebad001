"""Practice at home: a few minutes inside a family routine, told in plain words."""
