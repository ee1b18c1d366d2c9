"""The same stages on Apache Spark: many articles in, Parquet and a case file out (extra ``scale``).

Invariants
    - What comes out is what one process makes of the same articles: the functions are the same, and
      the case file is filled by the same code, in the order in which the articles stand.
    - Spark is loaded only here, and only when it is asked for.
"""

from claimgraph.scale.run import Order, Scaled, scale

__all__ = ["Order", "Scaled", "scale"]
