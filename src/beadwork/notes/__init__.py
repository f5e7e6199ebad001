"""The note of a visit: written from the record, signed once, added to; and what the family reads of it."""
