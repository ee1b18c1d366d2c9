"""What a claim says: its act, its propositions and pointer, how it is hedged, and what it is told beside.

``propositions`` are deeds (``deeds``) and answers to questions with one answer (``states``,
``fillers``); ``acts`` asks its rules and those of ``denials`` and ``content_acts`` in their order.
"""
