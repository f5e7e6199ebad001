"""Visits: planned, begun, recorded, finished."""
