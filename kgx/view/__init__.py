"""The graph for people: text, pages, notebooks."""
