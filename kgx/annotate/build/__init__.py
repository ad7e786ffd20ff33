"""Commands that make the data files anew."""
