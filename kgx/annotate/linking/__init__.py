"""Which public or own identifier an entity has."""
