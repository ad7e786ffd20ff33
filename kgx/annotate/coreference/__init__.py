"""Which names, noun phrases and pronouns refer to one thing."""
