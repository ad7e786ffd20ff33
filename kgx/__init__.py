"""Text in, a knowledge graph you can check out."""
