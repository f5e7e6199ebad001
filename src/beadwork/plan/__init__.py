"""Plan of care, goals, their scales and ladders, versions, agreement."""
