"""Who says what: the network's statements, and the few of another make that decide disputes.

``spans`` is what an attribution is. ``finding`` puts the rest in order: the network's reading
(``claimgraph.extract.tagger``), ``sources`` that it left out or that only hear, and through whom a
statement came, ``missed`` denials, accusations, admissions and estimates, ``references`` ("a charge
that X denies"), the ``ends`` of what is said, which may run over paragraphs, and which statement
carries which.
"""
