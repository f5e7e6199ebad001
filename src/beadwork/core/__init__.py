"""Ids, events, constraints, problems, privacy: what every room stands on."""
