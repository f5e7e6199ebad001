"""Beadwork: paediatric occupational therapy in one thread."""
