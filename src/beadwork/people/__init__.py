"""Practice, staff, child, family, access, consent: who is who, and who may see whom."""
