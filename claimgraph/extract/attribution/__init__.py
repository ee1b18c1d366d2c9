"""Who says what: the network's statements, and the few of another make that decide disputes.

``spans`` is what an attribution is. ``finding`` puts the rest in order: the network's reading
(``claimgraph.extract.tagger``), who is ``accused`` and says nothing, the ``channels`` that a
statement came through, ``sources`` that the network left out, ``missed`` denials, accusations,
admissions and estimates, ``references`` ("a charge that X denies"), ``speeches`` that run over
paragraphs, and which statement carries which.
"""
