"""Documents to annotations: a spaCy pipeline, one stage a package.

    words, grammar      what every stage looks up, and the parse with its systematic mistakes mended
    layout              blocks, interviews, quotations: where sentences may not cross
    names, times        the spans that name something, and what times and quantities are worth
    coreference         which of them refer to one thing
    linking             which public or own identifier it has
    clauses, standing   what is said of it, and how far that stands
    claims              what is said as binary statements between things
    terms, learned      the same in the terms of an ontology, and by rules learned from examples

``load`` puts the pipeline together, ``run`` runs it, ``annotation`` makes plain data of a doc, and
``explain`` tells why a mention is what it is. The component of a stage is its ``component.py``; a
stage imports from those before it only. ``build`` makes the files of ``data`` anew.
"""
