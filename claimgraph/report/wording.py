"""How the report puts things in words: dates, kinds, acts, figures. Plain English, no verdicts."""

import re
from collections.abc import Iterable, Sequence

from claimgraph.lexicon import words
from claimgraph.model import Act, Claim, DisputeKind, FlagKind, Quantity
from claimgraph.report.sureness import Sureness

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip

KIND_WORDS: dict[DisputeKind, str] = {
    "denial": "denied",
    "contradiction": "contradicted",
    "reversal": "taken back",
    "figures": "figures in conflict",
    "mutual_accusation": "mutual accusation",
}
"""What a reader is told a dispute is."""

KIND_MEANS: dict[DisputeKind, str] = {
    "denial": "One side states it; another side denies it.",
    "contradiction": "Both statements cannot be true of the same event.",
    "reversal": "The same party stated one thing and then another.",
    "figures": "The figures are about the same thing and do not overlap.",
    "mutual_accusation": "Each side accuses the other.",
}

SURENESS_WORDS: dict[Sureness, str] = {
    "high": "How sure: high",
    "fair": "How sure: fair",
    "low": "How sure: low. The two may be of different things",
}
"""How surely the sides of a dispute are opposed."""

FLAG_WORDS: dict[FlagKind, str] = {
    "unverified_figure": "Unverified figure",
    "unverified_claim": "Unverified claim",
    "not_verified": "Stated not to be verified",
}

WORDS = dict[str, str]([*KIND_WORDS.items(), *FLAG_WORDS.items()])
"""What a reader is told a dispute or a mark is."""

CAVEAT_WORDS: dict[FlagKind, str] = {
    "unverified_figure": "Unverified",
    "unverified_claim": "Unverified",
    "not_verified": "Caveat",
}
"""The same in one word, beside the statement itself."""

ACT_WORDS: dict[Act, str] = {
    Act.ASSERT: "said",
    Act.DENY: "denied",
    Act.ADMIT: "admitted",
    Act.ACCUSE: "accuses",
    Act.ESTIMATE: "estimated",
    Act.DEMAND: "demanded",
    Act.PROMISE: "promised",
    Act.PREDICT: "predicted",
    Act.EVALUATE: "judged",
}
"""What was done, in the past; "accused" beside a name would say it of whoever speaks."""


UNKNOWN = "unknown"
"""A date in words that nobody knows."""


def date_words(date: str | None) -> str:
    """Return a prefix date in words, to the precision it has: "2 April 2016", "April 2016", "2016"."""
    if not date:
        return UNKNOWN
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1] if 1 <= int(rest[0]) <= len(MONTHS) else rest[0]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 article", "3 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def join(names: Sequence[str], limit: int = 3) -> str:
    """Join names with commas and "and"; past the limit, say how many more."""
    shown = list(dict.fromkeys(names))
    if len(shown) > limit:
        shown = [*shown[: limit - 1], f"{len(shown) - limit + 1} others"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def title_case(side: str) -> str:
    """Return a side's slug as a name: "red-harbour" is "Red Harbour", "defence:red" is "Defence (Red)"."""
    first, _, rest = side.partition(":")
    if rest:
        return f"{title_case(first)} ({title_case(rest.replace(':', ' '))})"
    return " ".join(word[:1].upper() + word[1:] for word in re.split(r"[-_\s]+", side) if word)


def capital(text: str) -> str:
    """Return the text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int = 90, edge: str = " ,;:-–—") -> str:
    """Return the text on one line, cut at a word with an ellipsis when longer than the limit.

    ``edge`` are the signs that do not stand before the ellipsis.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", limit // 2, limit)
    return line[: cut if cut > 0 else limit].rstrip(edge) + "…"


def unquoted(text: str) -> str:
    """Return the text without the quotation marks that open and close it, to be quoted as a whole."""
    bare = text.strip().rstrip(",")
    return (
        bare[1:-1].rstrip(",")
        if bare[:1] in {"“", '"'} and bare[-1:] in {"”", '"'} and len(bare) > 2
        else bare
    )


def sentence(text: str) -> str:
    """Return the text starting with a capital and ending with a full stop."""
    text = " ".join(text.split())
    if not text:
        return text
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" or text[-2:] in {".”", '."'} else ".")


def number(value: float) -> str:
    """Return a number as a reader writes it: 12, 2.5, 30,000."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def interval(quantity: Quantity) -> str:
    """Return the interval that a quantity is read as: "100 or more", "18 to 25", "about 12"."""
    low, high = quantity.low, quantity.high
    about = "about " if quantity.approximate else ""
    if low is not None and high is not None:
        return about + (number(low) if low == high else f"{number(low)} to {number(high)}")
    if low is not None:
        return f"{about}{number(low)} or more"
    return f"{about}{number(high)} or fewer" if high is not None else "not a number"


def figure(quantity: Quantity) -> str:
    """Return what a quantity counts, with its scope, for a line beside the quotation."""
    text, read = " ".join(quantity.text.split()), interval(quantity)
    of = " ".join((quantity.of or "").split())
    unit = "" if quantity.unit in of else f" {units(quantity)}"
    parts = [f"“{text}”{unit}" if text == read else f"“{text}”, read as {read}{unit}"]
    if quantity.event:
        parts.append(quantity.event)
    if of:
        parts.append(f"of: {of}")
    if quantity.additional:
        parts.append("on top of others, or a difference")
    if quantity.own is not None:
        parts.append("the speaker's own side" if quantity.own else "another side than the speaker's")
    if quantity.window:
        parts.append(f"over: {quantity.window}")
    return "; ".join(parts)


def units(quantity: Quantity) -> str:
    """Return the unit, in the plural unless there is one of it: "tonnes", "km", "magnitude"."""
    unit, one = quantity.unit, quantity.low == quantity.high == 1
    if unit == "people":
        return "person" if one else unit
    plain = unit.isalpha() and unit.islower() and len(unit) > 3 and not unit.endswith("s")
    if not plain or one or unit in {"magnitude", "percent", "time"}:
        return unit
    return re.sub(r"(?<![aeiou])ys$", "ies", re.sub(r"(?<=ch|sh)s$", "es", f"{unit}s"))


def position(claim: Claim) -> str:
    """Return in a word where the speaker stands: "said", "denied"; who says it was not so denies it."""
    if claim.polarity == "denied" and claim.act in {Act.ASSERT, Act.DENY, Act.ADMIT}:
        return ACT_WORDS[Act.DENY]
    return ACT_WORDS[claim.act]


def denies_from_outside(claim: Claim) -> bool:
    """Tell whether a denial stands outside the words it denies, which by themselves read as stated."""
    pointer = claim.pointer
    return claim.act is Act.DENY and pointer is not None and not claim.start <= pointer.words[0] < claim.end


def did(claim: Claim, text: str) -> str:
    """Return in a few words what the speaker did, as the article has it.

    Whoever only "said" or "confirmed" that something was not so, or would be, is not printed to have
    denied or predicted it, nor is one whose own words hold the denial: "denied" before these would
    turn them round. Of one who "declined to say" the article's own words stand.
    """
    cue = " ".join(text[slice(*claim.cue)].split()) if claim.cue is not None else ""
    told = {word.strip(",:") for word in cue.lower().split()}
    if not told.isdisjoint(words("acts", "withheld")):
        return cue
    if claim.act is Act.DENY and claim.pointer is not None:
        labels = cue.lower().startswith(tuple(words("acts", "label"))) and " " not in cue
        own = cue if labels else ACT_WORDS[Act.ASSERT]  # "called": a lie
        return ACT_WORDS[Act.DENY] if denies_from_outside(claim) else own
    plain = not told.isdisjoint(words("acts", "plainly")) and claim.act is not Act.DEMAND
    return ACT_WORDS[Act.ASSERT if plain else claim.act]


def distinct(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the parts, each once, without those that another one contains."""
    once = tuple(dict.fromkeys(parts))
    return tuple(part for part in once if not any(part != other and part in other for other in once))
