"""The network: it finds cues, then the content and source of each.

``windows`` turns text into the network's input, ``runtime`` runs it, ``decode`` turns its
probabilities into spans, which ``runtime`` makes the attributions of an article, ``repair`` mends
their edges. Training (``claimgraph.training``) shares ``windows`` and ``decode``, so that what is
learned is what is run.
"""
