"""Which activities for this child today, and why: the chooser, and what it reads a child's facts by."""
