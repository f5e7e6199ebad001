"""What tablets sent: every entry once, in the order it was made, and none dropped."""
