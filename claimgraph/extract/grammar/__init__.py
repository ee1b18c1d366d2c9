"""What the parse says of a sentence: clauses and phrases, voice, negation, factuality.

``tree`` holds the small questions, ``verbs`` and ``nouns`` what they come down to for a clause and for a
phrase, ``reality`` whether it is told as a fact, ``sentences`` the tokens of a content that may be broken,
``clauses`` cuts it into claims. The rest of ``extract`` asks here.
"""
