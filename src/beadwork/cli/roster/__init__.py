"""A practice's list of children and caregivers, as a file of comma-separated values."""
