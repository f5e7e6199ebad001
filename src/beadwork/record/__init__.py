"""What was seen: attempts, responses, remarks; one scale for every setting."""
