"""Deciding one by one: a page that this machine alone can open, and the same in a terminal.

Invariants
    - Nothing is kept here: every word is in the case file before it is answered.
    - The page asks nothing of any network, and needs no script.
"""
