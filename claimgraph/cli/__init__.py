"""The command line: reads options, calls ``ClaimGraph``, prints.

Invariants
    - stdout carries the result alone; refusals, messages and progress go to stderr, and
      progress only to a terminal.
    - Exit codes: 0 done; 1 some inputs were refused, the others done; 2 could not run.
    - Nobody sees a traceback, unless CLAIMGRAPH_DEBUG is set.
    - Nothing heavy is imported before it is known to be needed.
"""

from claimgraph.cli.running import main, run

__all__ = ["main", "run"]
