"""Interview, tasks, profile: one to two hours of play and talk, told strengths first."""
