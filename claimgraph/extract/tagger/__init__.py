"""The learned engine: a small network finds cues, then the content and source of each.

``windows`` turns text into the network's input, ``runtime`` runs it, ``decode`` turns its
probabilities into spans, ``engine`` makes them the attributions of an article, ``both`` puts
the rules beside it. Training (``claimgraph.training``) shares ``windows`` and ``decode``, so
that what is learned is what is run.
"""
