"""What is a name, where it begins and ends, and what it names."""
