"""Forms of English verbs: the past participle and the -ing form of a lemma."""

import re
from functools import lru_cache

from claimgraph.lexicon import table

VOWELS = "aeiou"


@lru_cache(maxsize=4096)
def participle(verb: str) -> str:
    """Return the past participle: "passed", "switched off", "overthrown"."""
    lemma, _, rest = verb.partition(" ")
    irregular: dict[str, str] = table("participles")["participles"]
    known = irregular.get(lemma) or _prefixed(lemma, irregular)
    done = lemma if lemma in irregular.values() else None  # a form that the parser took for the lemma
    form = known or done or _prefixed(lemma, {done: done for done in irregular.values()}) or _regular(lemma)
    return f"{form} {rest}".strip()


def _prefixed(lemma: str, irregular: dict[str, str]) -> str | None:
    for prefix in table("participles")["prefixes"]["listed"]:
        stem = lemma.removeprefix(prefix)
        if stem != lemma and stem in irregular:
            return f"{prefix}{irregular[stem]}"
    return None


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    return f"{_stem(lemma)}ed"


@lru_cache(maxsize=4096)
def gerund(verb: str) -> str:
    """Return the -ing form: "leaving", "dying", "running out"."""
    lemma, _, rest = verb.partition(" ")
    if lemma.endswith("ie"):
        form = f"{lemma[:-2]}ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        form = f"{lemma[:-1]}ing"
    else:
        form = f"{_stem(lemma)}ing"
    return f"{form} {rest}".strip()


def _stem(lemma: str) -> str:
    """Return what an ending is put to: a last single consonant behind a single stressed vowel doubles."""
    closed = re.search(r"[^aeiou][aeiou][bcdfghjklmnpqrstvz]$", f" {lemma}")
    short = closed and len(re.findall(r"[aeiouy]+", lemma)) == 1
    if short or lemma in table("participles")["doubling"]["verbs"]:
        return f"{lemma}{lemma[-1]}"
    return f"{lemma}k" if lemma.endswith("ic") else lemma
