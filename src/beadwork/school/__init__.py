"""What helps in class, and one question a week."""
