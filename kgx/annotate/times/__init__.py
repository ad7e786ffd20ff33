"""Times and quantities, and their values."""
