"""The dependency parse as plain lists, its phrases, and the repair of what parsers get wrong."""
