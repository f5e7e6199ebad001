"""The door for tablets: JSON only, for recording without network. `docs/sync.md` is its contract."""
