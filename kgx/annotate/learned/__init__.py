"""Relations learned from examples: what pairs of mentions look like, and the rules that judge them.

A pair of mentions in one sentence is described by features that read as words ("top: marry"); a
rules file holds, for each relation, patterns or weights over such features. ``kgx_learned`` applies
rules files in the pipeline, ``kgx.learn`` makes them.
"""
