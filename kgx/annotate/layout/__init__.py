"""Where sentences may not cross: headlines, paragraphs, rows, turns of speech, quotations."""
