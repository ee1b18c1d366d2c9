"""A second reader: a language model proposes which claims clash, a person decides.

Invariants
    - Nothing else of the program needs this room, and nothing here is done unless it is asked for.
    - What a model says is believed only as far as it was checked (``checks``); what is left is a
      proposal, never a dispute that is open or confirmed.
    - The same collection gives the same prompts, to the byte, on any machine.
"""

from claimgraph.reader.asking import Outcome, Reader
from claimgraph.reader.client import Server
from claimgraph.reader.prompts import VERSION, Prompt, prompts

__all__ = ["VERSION", "Outcome", "Prompt", "Reader", "Server", "prompts"]
