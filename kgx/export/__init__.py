"""A graph in the formats of other tools: Gephi, Cytoscape, Neo4j, spreadsheets, Aleph.

These formats have no place for all that a graph of kgx holds. What they get is one node an entity
or value, one edge a statement, and on each edge whether it is asserted, how sure that is, where it
was read first, and in how many claims.
"""

from kgx.export.formats import EXPORTS, export_graph, export_of

__all__ = ["EXPORTS", "export_graph", "export_of"]
