"""The string of beads: series, summary, mastery and picture of one goal. It stores the outlook alone."""
