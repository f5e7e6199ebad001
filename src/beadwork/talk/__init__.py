"""One conversation per child with the people who care for that child."""
