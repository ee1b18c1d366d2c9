"""A claim becomes a statement to show: its speaker in words, its sentence, its dates, its caveats."""

from functools import cache
from urllib.parse import urlsplit

from claimgraph.model import Claim, Dated, Flag, Source, Speaker
from claimgraph.report.lookup import Lookup
from claimgraph.report.phrases import quoted
from claimgraph.report.quoting import quote
from claimgraph.report.shapes import Caveat, Dating, Origin, Statement, Voice
from claimgraph.report.wording import (
    CAVEAT_WORDS,
    date_words,
    did,
    distinct,
    figure,
    join,
    sentence,
    shorten,
    unquoted,
)

UNKNOWN_SPEAKER = "Speaker unknown"
NO_DATE = "no date could be established"
BRIEF = 150
"""Characters of a claim where it is only listed."""
TITLE = 110
"""Characters of a title beside a statement."""
BASIS = 120
"""Characters of a date's basis beside a statement."""


class Statements:
    """Builds the statement of each claim once."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.of = cache(self._build)

    def _build(self, claim_id: str) -> Statement:
        claim = self.lookup.claims[claim_id]
        source = self.lookup.source_of(claim)
        return Statement(
            id=claim.id,
            voice=self._voice(claim, source),
            position=did(claim, source.text),
            quotation=quote(source, claim),
            brief=shorten(unquoted(claim.text), BRIEF),
            start=claim.start,
            end=claim.end,
            origin=origin(source),
            dates=_dates(claim, source),
            figures=tuple(dict.fromkeys(map(figure, claim.quantities))),
            hedges=_hedges(claim),
            caveats=tuple(caveat(flag, claim, source) for flag in self.lookup.flags_of.get(claim.id, ())),
            citation=self._citation(claim, source),
        )

    def _citation(self, claim: Claim, source: Source) -> str:
        """Return how a statement is cited: who, the words, the article, its date, the characters."""
        words = " ".join(claim.text.split())
        where = [
            source.title or source.name,
            source.publisher,
            f"published {date_words(source.published.date)}",
        ]
        article = ", ".join(part for part in where if part)
        place = f"{source.name}, characters {claim.start}–{claim.end}; claim {claim.id}"
        return f"{self.name(claim)}: {quoted(words)} {article} ({place})."

    def name(self, claim: Claim) -> str:
        """Return the speakers' names, or that the speaker is unknown."""
        return join([speaker.name for speaker in self.lookup.speakers_of(claim)]) or UNKNOWN_SPEAKER

    def _voice(self, claim: Claim, source: Source) -> Voice:
        speakers = self.lookup.speakers_of(claim)
        via = join([speaker.name for speaker in self.lookup.via_of(claim)]) or None
        if not speakers:
            why = claim.unknown_speaker or "the article does not say whose statement this is"
            printed = _printed(claim, source, "")
            printed = None if printed and printed in why else printed
            return Voice(UNKNOWN_SPEAKER, printed=printed, via=via, unknown=why)
        told = ((one, words) for one in speakers for words in self.details(one))
        details = (f"{one.name}: {words}" if len(speakers) > 1 else words for one, words in told)
        return Voice(
            name=self.name(claim),
            details=tuple(dict.fromkeys(details)),
            printed=_printed(claim, source, *(speaker.name for speaker in speakers)),
            via=via,
            own_voice=claim.cue is None and claim.mention is None,
        )

    def details(self, speaker: Speaker) -> list[str]:
        """Return a speaker's role and side, as far as the name does not tell them."""
        role = speaker.role
        if speaker.spokesperson_of in self.lookup.speakers:
            principal = self.lookup.speakers[speaker.spokesperson_of].name
            if principal.lower() not in (role or "").lower():
                role = f"{role}, for {principal}" if role else f"speaks for {principal}"
        side = self.lookup.side_names.get(speaker.side) if speaker.side else None
        told = {role: role, side: f"side: {side}"}
        return [words for word, words in told.items() if word and words and not _says(speaker.name, word)]


def _says(name: str, word: str) -> bool:
    """Tell whether a name holds a role or a side itself: "Norway Foreign Minister"."""
    return f" {word} ".lower() in f" {name} ".lower()


def _printed(claim: Claim, source: Source, *names: str) -> str | None:
    """Return what the article calls the speaker, unless that says no more than the names."""
    if claim.mention is None:
        return None
    printed = " ".join(source.text[slice(*claim.mention)].split())
    bare = printed.lower().removeprefix("the ")
    if not printed or any(bare == name.lower().removeprefix("the ") for name in names if name):
        return None
    return shorten(printed, 140)


def origin(source: Source) -> Origin:
    """Return the article as it is referred to, with its address only where that is a web address."""
    label = shorten(source.title or source.name, TITLE)
    return Origin(source.id, label, shorten(label, 44), source.publisher, safe_url(source.url))


def safe_url(url: str | None) -> str | None:
    """Return the address when it is http or https with a host; None for any other scheme."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return (url or "").strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def dating(label: str, dated: Dated) -> Dating:
    """Return a date in words with its basis; a date that is unknown says so."""
    basis = " ".join(dated.basis.split())
    return Dating(label, date_words(dated.date), NO_DATE if basis in {"", "unknown"} else basis)


def _hedges(claim: Claim) -> tuple[str, ...]:
    """Return the hedges, but for those that a figure shows anyway."""
    figures = " ".join(quantity.text for quantity in claim.quantities)
    return distinct(hedge for hedge in claim.hedges if hedge not in figures)


def _dates(claim: Claim, source: Source) -> tuple[Dating, Dating, Dating]:
    """Return when it was published, said and happened. The list of sources has a long basis in full."""
    published = dating("Published", source.published)
    said = dating("Said", claim.said)
    if said.date == published.date and said.basis == published.basis:
        said = Dating(said.label, said.date, "as published")
    happened = dating("Happened", claim.happened)
    return _brief(published), _brief(said), _brief(happened)


def _brief(date: Dating) -> Dating:
    return Dating(date.label, date.date, shorten(date.basis, BASIS))


def caveat(flag: Flag, claim: Claim, source: Source) -> Caveat:
    """Return a flag in words, with its sentence when that is not the statement's own."""
    words = None
    if flag.basis and not (claim.start <= flag.basis[0] and flag.basis[1] <= claim.end):
        words = shorten(source.text[slice(*flag.basis)], 240)
        words = None if words.rstrip("…") in flag.detail else words
    return Caveat(CAVEAT_WORDS[flag.kind], sentence(flag.detail), words)
