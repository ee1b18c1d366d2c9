"""Where a text must not be read for figures: dates, times, ages, names with numbers, scores, addresses.

Every pattern here says what a digit is *not*. A stretch that one of them covers holds no count.
"""

import re
from functools import cache

from claimgraph.extract.counts.number_words import any_of
from claimgraph.lexicon import table

MONTHS = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_ZONE = r"(?:GMT|UTC|CET|CEST|BST|EST|EDT|ET|PST|PDT|PT|IST|MSK|JST|Z)"
_STREET = (
    r"(?:Ave|Avenue|St|Street|Rd|Road|Blvd|Boulevard|Lane|Ln|Drive|Dr|Square|Way|Court|Place|Plaza|Highway)"
)
_AGED = r"(?:year|yr|month|week|day)s?[- ]old"
_SMALL_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen)"
)
_NUMBER = rf"(?:\d[\d,.]*|{_SMALL_WORD}(?:-{_SMALL_WORD})?)"
_KEPT_HYPHEN = (
    r"(?:million|billion|trillion|thousand|hundred|dozen|percent|per-?cent|magnitude|strength|odd|plus|strong"
    r"|degree|thirds?|quarters?|fifths?|tenths?|eighths?|dollar|euro|pound"
    r"|(?:passenger|person|seat|bed)[- ]capacity)"
)
_GAME = r"(?:win|victory|defeat|loss|draw|lead|triumph|rout|verdict|vote|score|tie|decision|record|thriller)"

_PATTERNS = (
    # dates
    (
        rf"\b{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?"
        r"(?:\s?[-–/]\s?\d{1,2}|(?: and|, ?| to| or) \d{1,2}(?![\d,.]*\s+\w+s\b))?(?:,? \d{4})?\b"
    ),
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})? (?:of )?{MONTHS}(?:,? \d{{4}})?\b",
    rf"\b{MONTHS},? (?:of )?\d{{4}}\b",
    r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b",
    r"\b(?:early|mid|late|pre|post)[- ]?\d{4}s?\b",
    r"\b(?:1[0-9]|20)\d\ds\b|['’]\d0s\b|\b\d0s\b",
    r"\b(?:1[0-9]|20)\d\d\s?[-–/]\s?(?:\d{4}|\d{2})\b(?![-–/\d])",
    r"\b(?:from|between) (?:1[0-9]|20)\d\d (?:to|and|until) (?:1[0-9]|20)\d\d\b",
    r"(?<!\w)['’]\d\d\b",
    # times of day
    r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:(?i:[ap]\.?m)\b\.?|o['’]clock|hrs\b)",
    r"\b\d{1,2}[:h]\d{2}(?:[:.]\d{2})?(?:\s?(?:hours|hrs|local time))?\b",
    rf"\b\d{{1,4}}(?:[.:]\d{{2}})?\s?(?:{_ZONE}\b|hours (?:local|{_ZONE})|local time)",
    (
        r"\b(?:at|from|until|till|by|around|about|before|after|since) (?:0\d{3}|1\d[0-5]\d|2[0-3][0-5]\d)"
        r"(?= ?[(,.;]| on\b| and \d{4}\b)"
    ),
    r"\bat (?:\d{1,2}|noon|midnight)[.:]\d{2}\b",
    rf"\b{_SMALL_WORD} (?:o['’]clock|[ap]\.?m\b)",
    r"\bhalf past \w+|\b\w+ minutes (?:past|to) \w+",
    # ages
    rf"\b{_NUMBER}[- ]{_AGED}(?:s\b)?",
    rf"\b(?:aged?|ages|aging) (?:of )?(?:between |from )?{_NUMBER}(?:(?:,| and| to| or|[-–])+ ?{_NUMBER})*",
    r"\b(?:in|into) (?:his|her|their|the|early|mid|late|\W)+ ?\d0s",
    (
        r"(?<=[\w.”\"]), (?:1[0-2]\d|\d{1,2})(?: and \d{1,2})?"
        r"(?=,(?! ?\d)|\.(?!\d)|;| and [A-Z]"
        r"| (?:was|of(?! (?:the|them|whom|these|those)\b)|is|has|were|who|had)\b|\s*\))"
    ),
    r"(?<=\w) \(\d{1,3}\)",
    # names and labels that hold a number
    r"\b(?!(?:magnitude|mid|pre|post)-)[A-Za-z]+[-–]\d[\w.-]*",
    r"\b(?=\w*[A-Za-z])(?!\d[\d,.]*(?:st|nd|rd|th|km|kms|kg|k|m|mn|mln|bn|tn|mm|cm|ft|mph|kph|pc|mw|gw|ha)\b)\w*\d\w*\b",
    r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    r"(?<![\w$€£¥₹])\.\d+[- ]?(?:caliber|calibre|mm|cal)?\b",
    rf"(?<![\w.,$€£¥₹-]){_NUMBER}-(?!{_KEPT_HYPHEN}\b|{_SMALL_WORD}\b)[A-Za-z][\w-]*",
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten)fold\b",
    r"#\s?\d+",
    r"\b[Nn]os?\. ?\d+",
    r"\b(?:911|9/11|999|112)(?= (?:call|caller|dispatch|operator|attack|emergency|tape)s?\b)|\b9/11\b",
    r"§+\s?\d[\d.()a-z]*",
    # scores
    (
        rf"\b\d{{1,3}}\s?[-–]\s?\d{{1,3}}(?= (?:\w+ )?{_GAME}\b|\s?[,(;)]|\s?\.|\s?$"
        r"| (?:to|on|in|at|against|over|after|for|with|by)\b)"
    ),
    r"(?:\d{1,3}[-–]\d{1,3},? )+(?:and )?\d{1,3}[-–]\d{1,3}",
    r"\b(?:won|lost|beat|drew|win|lose|lead|led) (?:\w+ ){0,3}\d{1,3}[-–]\d{1,3}",
    # addresses, post codes, telephone numbers, coordinates
    rf"\b\d{{1,5}}[A-Za-z]? (?:[A-Z][\w.']*\.? ){{1,3}}{_STREET}\b\.?",
    r"\b[A-Z]{2}\.? \d{5}(?:-\d{4})?\b|\bP\.?O\.? Box \d+",
    r"(?:\+\d{1,3}[\s-]?)?(?:\(\d{2,5}\)[\s-]?|\b\d{2,5}[\s-])\d{3,4}[\s-]\d{3,4}\b|\+\d[\d\s()-]{7,}\d",
    r"\d+(?:\.\d+)? ?(?:degrees|°) ?(?:in |of )?(?:latitude|longitude|north|south|east|west|[NSEW]\b)",
    r"\b(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+",
    # fixed phrases
    r"\b(?i:no|every|any|some|each|this|that|which|the|a|another)[- ]one\b",
    r"\b(?i:one) (?:another|day|of|by one|after another)\b",
    r"\bone['’]s\b|\bone-?sided\b|\bback to square one\b|\bat one (?:point|time|stage)\b|\b(?:one|two)-way\b",
    r"\b24/7\b|\b50[-/]50\b|\b(?:twenty|20)[-/](?:twenty|20)\b",
    r"\b(?:first|second|other|latter|one|back|top|bottom|better|worse) half\b",
    (
        r"\bhalf[- ](?:brother|sister|time|way|mast|term|life|century|an hour|a mile|a day|a year"
        r"|a century|a decade)s?\b"
    ),
    r"\bthe \d{1,2}(?:st|nd|rd|th)\b",
    r"\b(?:World War|Super Bowl|G|Group of|Formula|Euro|Expo|Agenda|Vision|Area|Windows) \d+\b",
    r"\b(?:AK|RPG|MiG|Su|Tu|Mi|BM|BMP|BTR|UH|AH|CH|DC|MD|[BFMT]|Boeing|Airbus|Antonov) \d{1,3}\b",
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))


@cache
def _label() -> re.Pattern[str]:
    """A label word and its number ("Article 5", "Flight 370"), unless a counted noun follows."""
    choice = any_of(table("numbers")["labels"]["words"])
    return re.compile(
        rf"(?i)(?<![\w-])(?P<article>(?:the|a|an|each|every|his|her|its|their|one|per)\s+)?(?:{choice})\s(?P<number>\d+(?:[.(]\w+\)?)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?!,\d)(?:\s?(?:and|to|[-–,&])\s?\d+)?\b(?!\s+(?:\w+\s)?(?:people|men|women|(?!(?:was|is|has|does|as|its|this|his|says|plus|versus|across|passes|provides|states|applies)\b)[a-z]+s)\b)"
    )


def without_noncounts(text: str) -> str:
    """Return the text, of the same length, with "_" over the digits and words that count nothing."""
    found = [match.span() for match in _pattern().finditer(text)]
    found += [match.span("number") for match in _label().finditer(text) if not match["article"]]
    for start, end in found:
        text = text[:start] + "_" * (end - start) + text[end:]
    return text
