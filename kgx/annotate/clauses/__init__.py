"""What is said, clause by clause, with all its arguments."""
