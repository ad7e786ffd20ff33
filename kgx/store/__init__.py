"""A folder that keeps a corpus as RDF and brings it up to date document by document.

A store is a folder with two parts. ``annotations.sqlite`` keeps what was found in each document, by
the hash of its content: it is the source of everything else. ``oxigraph`` is an Oxigraph database
with the quads of all documents; it opens with ``pyoxigraph.Store`` and Oxigraph's own server, too.

The quads are a function of the annotations, whatever the order in which they came, and are never
changed before the annotations are safe. For each document's graph and each subject of the default
graph the store keeps a hash of what it was made from, and takes it away while that part is being
rewritten. So an update that is killed is finished by the next one, or by the next reader, and ends
at the same quads.

Oxigraph keeps numbers and times by value ("01" is 1). Where a document spells one otherwise, the
spelling is kept beside, so that what is written from a store is what was read.
"""

from kgx.store.convert import convert, read_quads
from kgx.store.diff import Change, Standing, diff
from kgx.store.reading import (
    is_store,
    open_oxigraph,
    read_any_graph,
    read_lines,
    read_stored,
    read_union,
)
from kgx.store.settings import Settings
from kgx.store.update import (
    Update,
    open_update,
    remove_documents,
    update_store,
)
from kgx.store.versions import name_annotator, name_model

__all__ = [
    "Change",
    "Settings",
    "Standing",
    "Update",
    "convert",
    "diff",
    "is_store",
    "name_annotator",
    "name_model",
    "open_oxigraph",
    "open_update",
    "read_any_graph",
    "read_lines",
    "read_quads",
    "read_stored",
    "read_union",
    "remove_documents",
    "update_store",
]
