import json
import re
from functools import cache
from html.parser import HTMLParser

import pytest
from findings_fixture import ADMITTED, FINDINGS, MINE, MINE_ID, NEVER, PUMPS, TAPE, TEXTS, WARNED

from claimgraph.errors import ClaimgraphError
from claimgraph.model import Collection, Dispute, Findings, Flag, Matching, Speaker
from claimgraph.report import FORMATS, render
from claimgraph.report.cards import Cards
from claimgraph.report.lookup import Lookup
from claimgraph.report.statements import Statements
from claimgraph.report.sureness import LOW

EMPTY = Findings(collection=Collection(), matching=Matching())
ORDER = [
    "Eleven missing after Tarrow pit floods",
    "Witness and officer at odds in Merrin trial",
    "Unverified figures",
    "Unverified claims",
    "Caveats",
    "Agreements",
    "Changed with time",
    "Read these together",
    "Sources",
    "Who said what",
    "How to read this report",
]


@cache
def rendered(kind):
    """Return the report on the findings of the fixture, made once."""
    return render(FINDINGS, kind)


class Page(HTMLParser):
    """Collects the tags, the ids, the links and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.ids, self.links, self.loads, self.open, self.text = [], [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" and "href" in values else []
        self.loads += [
            value for name, value in attrs if name in {"src", "srcset", "style"} or name.startswith("on")
        ]
        if tag not in {"meta", "link", "br", "img", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["script"]:
            self.text.append(data)


def replaced(claim, **fields):
    """Return the findings with one claim changed."""
    claims = tuple(
        one.model_copy(update=fields) if one.id == claim.id else one for one in FINDINGS.collection.claims
    )
    return FINDINGS.model_copy(
        update={"collection": FINDINGS.collection.model_copy(update={"claims": claims})}
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_findings_give_the_same_text(kind):
    assert rendered(kind) == render(FINDINGS.model_copy(deep=True), kind)
    assert rendered(kind).endswith("\n")


@pytest.mark.parametrize("kind", FORMATS)
def test_findings_without_anything_still_render(kind):
    assert render(EMPTY, kind)


def test_an_unknown_format_is_refused_with_the_known_ones():
    with pytest.raises(ClaimgraphError, match="md, html, json, csv"):
        render(FINDINGS, "docx")


def test_markdown_has_its_sections_in_the_order_of_the_report():
    headings = re.findall(r"^## (.+)$", rendered("md"), re.MULTILINE)
    assert headings == ORDER


def test_html_has_its_stories_then_overviews_and_sections_in_the_order_of_the_report():
    html = rendered("html")
    main = html[html.index("<main") :]
    overviews = ["Who disputes whom", "Figures side by side", "Timeline"]
    sections = [*ORDER[:2], *overviews, *ORDER[2:-2], "Full texts", *ORDER[-2:]]
    assert re.findall(r"<h2>(?:<bdi>)?(.+?)(?:</bdi>)?</h2>", main) == sections


def test_html_is_well_formed_and_asks_for_nothing():
    page = Page(rendered("html"))
    assert page.open == []
    assert page.loads == []
    assert not {"img", "link", "iframe", "object", "embed", "base"} & set(page.tags)
    assert len(page.ids) == len(set(page.ids))
    assert "@import" not in "".join(page.text)
    assert "url(" not in "".join(page.text)


def test_each_link_within_the_page_has_its_target():
    page = Page(rendered("html"))
    within = [link[1:] for link in page.links if link.startswith("#")]
    assert within
    assert set(within) <= set(page.ids)


def test_only_web_addresses_are_linked():
    page = Page(rendered("html"))
    assert [link for link in page.links if not link.startswith("#")] == [
        "https://courier.example/mine?id=7&x=1"
    ]
    assert "javascript:" not in rendered("md")


def test_markup_in_an_article_stays_text():
    page = Page(render(with_flag(TAPE), "html"))
    assert page.tags.count("script") == Page(rendered("html")).tags.count("script")
    assert "the tape <script>alert(1)</script> had been *kept* in a safe" in "".join(page.text)
    assert r"the tape \<script\>alert(1)\</script\> had been \*kept\* in a safe" in render(
        with_flag(TAPE), "md"
    )


@pytest.mark.parametrize("kind", ["md", "html"])
def test_characters_that_turn_the_text_round_are_spelled_out(kind):
    sources = tuple(
        one.model_copy(update={"title": "safe\u202etxt.exe", "publisher": "a\u2066b\x00"})
        for one in FINDINGS.collection.sources
    )
    collection = FINDINGS.collection.model_copy(update={"sources": sources})
    text = render(FINDINGS.model_copy(update={"collection": collection}), kind)
    assert "U+202E" in text
    assert "U+2066" in text
    assert not set("\u202e\u2066\x00") & set(text)


def with_flag(claim):
    flag = Flag(claim=claim.id, kind="unverified_claim", detail="nobody else speaks of it")
    matching = FINDINGS.matching.model_copy(update={"flags": (*FINDINGS.matching.flags, flag)})
    return FINDINGS.model_copy(update={"matching": matching})


@pytest.mark.parametrize(
    "words",
    [
        "The union accused the company of **ignoring a warning from its own engineers**.",
        '"**No such warning was ever received**," Tarrow Minerals said.',
        "**Tarrow Minerals**, printed as “They”:",
        "**Lena Voss** (spokeswoman, for Tarrow Minerals; side: Tarrow Minerals)",
        "2. Whether the company is rightly accused of “ignoring a warning from its own engineers”: Miners' Union: “accused the company of ignoring a warning from its own engineers” — Tarrow Minerals: “No such warning was ever received”",
        "3. How many “miners had been working on the lower level”: Lena Voss: “12 miners had been working on the lower level” — Miners' Union: “at least 31 of its members were underground”",
        "4. Each accuses the other: “erasing the recording”; “accused the prosecutor of inventing it”: Prosecutor: “erasing the recording” — Piet Lange: “accused the prosecutor of inventing it”",
        "Published 3 June 2019 (dateline 'Monday' and the file's metadata)",
        "happened March 2019 ('in March' in another article)",
        "Caveat: The inspectorate could not confirm it. “The inspectorate could not immediately",
        "**Miners' Union: “accused the company of ignoring a warning from its own engineers”** — 1 origin, in 1 article",
        "- The denial follows at once; both tell of one deed. (denied)",
        "Published unknown: no date could be established.",
        "Draws on: Northwire.",
        "Others are shown in disputes 3.",
        "    - “No such warning was ever received” (denied, dispute 1, dispute 2; Eleven missing",
    ],
)
def test_markdown_shows(words):
    assert words in rendered("md")


def test_an_unknown_speaker_is_shown_as_unknown_with_the_reason():
    text = render(with_flag(TAPE), "md")
    assert (
        "**Speaker unknown**, printed as “an unnamed clerk”, by way of Court Weekly: the clerk is not named:"
        in text
    )


def test_each_card_has_its_sides_alike_and_its_marks():
    html = rendered("html")
    cards = re.findall(r'<article class="card".*?</article>', html, re.DOTALL)
    assert len(cards) == 4
    for card in cards:
        assert card.count('<div class="side">') == 2
        assert card.count("<mark>") == 2
        assert card.count("<dt>Where</dt>") == card.count("<dt>Published</dt>") == 2
    assert 'data-kind="reversal"' in cards[0]


def test_two_sides_in_one_span_are_quoted_once():
    words = "The union accused the company"
    start = MINE.index(words)
    dispute = FINDINGS.matching.disputes[0]
    fields = {
        "source": MINE_ID,
        "start": start,
        "end": start + len(words),
        "content": ((start, start + len(words)),),
        "cue": None,
        "mention": None,
    }
    findings = FINDINGS
    for (one,) in dispute.sides:
        claims = tuple(
            claim.model_copy(update={**fields, "text": words}) if claim.id == one else claim
            for claim in findings.collection.claims
        )
        findings = findings.model_copy(
            update={"collection": findings.collection.model_copy(update={"claims": claims})}
        )
    html = render(findings, "html")
    card = re.search(rf'<article class="card" id="{dispute.id}".*?</article>', html, re.DOTALL)[0]
    assert card.count("<blockquote") == 1


@pytest.mark.parametrize(
    ("kind", "second", "line"),
    [
        ("contradiction", PUMPS, "Tarrow Minerals: “the pumps ‘ran without interruption.’”"),
        ("denial", NEVER, "Tarrow Minerals: “No such warning was ever received”"),
        (
            "reversal",
            ADMITTED,
            "Tarrow Minerals: “acknowledged that its engineers had warned of seepage in March”",
        ),
    ],
)
def test_each_side_is_told_by_its_own_words(kind, second, line):
    dispute = Dispute(id="d9", kind=kind, subject="t2", sides=((WARNED.id,), (second.id,)))
    matching = FINDINGS.matching.model_copy(update={"disputes": (dispute,)})
    text = render(FINDINGS.model_copy(update={"matching": matching}), "md")
    words = "“accused the company of ignoring a warning from its own engineers”"
    assert f"Miners' Union: {words} — {line}" in text


def test_a_card_is_headed_by_what_is_stated_also_where_the_denial_stands_first():
    assert "1. Whether “its engineers had warned of seepage in March”: Tarrow Minerals: “No such" in rendered(
        "md"
    )


def test_twenty_leads_are_shown_with_their_reasons_and_the_rest_is_counted():
    (lead,) = FINDINGS.matching.leads
    leads = (lead,) * 23
    matching = FINDINGS.matching.model_copy(update={"leads": leads})
    for kind in ("md", "html"):
        text = render(FINDINGS.model_copy(update={"matching": matching}), kind)
        assert text.count("One denies; they speak for two sides.") == 20
        assert "3 more" in text


def test_a_statement_flagged_twice_under_one_speaker_is_listed_once():
    pumps = next(one for one in FINDINGS.collection.claims if one.text.startswith("the pumps"))
    inner = pumps.model_copy(
        update={
            "id": "c_inner",
            "start": pumps.start + 4,
            "text": pumps.text[4:],
            "content": ((pumps.start + 4, pumps.end),),
        }
    )
    collection = FINDINGS.collection.model_copy(update={"claims": (*FINDINGS.collection.claims, inner)})
    flags = (*FINDINGS.matching.flags, Flag(claim="c_inner", kind="unverified_claim", detail="the same"))
    matching = FINDINGS.matching.model_copy(update={"flags": flags})
    html = render(Findings(collection=collection, matching=matching), "html")
    assert html.count('<div class="entry" ') == 2


def test_a_report_without_disputes_says_so():
    findings = FINDINGS.model_copy(update={"matching": Matching()})
    assert "No disputes were recognised in these articles." in render(findings, "md")
    assert "No disputes were recognised in these articles." in render(findings, "html")


def luminance(colour):
    """Return the relative luminance of "#rrggbb" (WCAG 2.2)."""
    colour = colour.lstrip("#")
    parts = [
        int(part * (2 if len(colour) == 3 else 1), 16) / 255
        for part in re.findall("." * (len(colour) // 3), colour)
    ]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [0, 1, 2], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("link", "paper"),
        ("mark-ink", "mark"),
        ("ink", "tint"),
        ("soft", "tint"),
        ("own", "paper"),
        ("other", "paper"),
    ],
)
def test_text_stands_out_from_its_ground(mode, ink, ground):
    blocks = re.findall(r":root \{(.*?)\}", render(EMPTY, "html"), re.DOTALL)
    assert len(blocks) == 3
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", blocks[mode]))
    light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_report_on_no_articles_says_so():
    assert "No article was read." in render(EMPTY, "md")
    assert "No article was read." in render(EMPTY, "html")


@pytest.mark.parametrize("kind", ["md", "html"])
def test_what_a_reviewer_confirmed_comes_first_and_what_one_rejected_last(kind):
    disputes = list(FINDINGS.matching.disputes)
    disputes[0] = disputes[0].model_copy(update={"state": "rejected"})
    disputes[1] = disputes[1].model_copy(update={"state": "confirmed"})
    matching = FINDINGS.matching.model_copy(update={"disputes": tuple(disputes)})
    text = render(FINDINGS.model_copy(update={"matching": matching}), kind)
    heads = [f"{title} by a reviewer" for title in ("Confirmed", "Rejected")]
    story = text.index("## Eleven" if kind == "md" else '<section class="part story"')
    if kind == "md":
        assert text.index(f"## {heads[0]}") < story < text.index(f"## {heads[1]}")
    assert [head in rendered(kind) for head in heads] == [False, False]
    if kind == "html":
        assert text.index('<section class="part" id="confirmed"') < story
        assert story < text.index('<section class="part" id="rejected"')
        for one, section in ((disputes[0], "rejected"), (disputes[1], "confirmed")):
            card = text.index(f'<article class="card" id="{one.id}"')
            assert text.rindex('<section class="part"', 0, card) == text.index(
                f'<section class="part" id="{section}"'
            )
            assert f"{len(disputes) - 1}</strong>disputes" in text


@pytest.mark.parametrize(
    ("name", "role", "told"),
    [
        ("Tarrow Minerals Foreman", "foreman", ("side: tarrow-minerals",)),
        ("Foreman of Tarrow", "driver", ("driver", "side: tarrow-minerals")),
        ("tarrow-minerals foreman", "foreman", ()),
    ],
)
def test_what_a_name_says_itself_is_not_said_again(name, role, told):
    speaker = Speaker(id="p99", name=name, kind="person", role=role, side="tarrow-minerals")
    lookup = Lookup(FINDINGS)
    lookup.side_names["tarrow-minerals"] = "tarrow-minerals"
    assert tuple(Statements(lookup).details(speaker)) == told


@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_dispute_that_is_hardly_sure_is_said_to_be_and_stands_last(kind):
    whole = Cards(Lookup(FINDINGS))
    first = next(one for one in whole.gravest() if one.kind == "denial").id
    disputes = tuple(
        one.model_copy(
            update={
                "score": LOW - 0.1 if one.id == first else max(one.score, LOW),
                "reasons": (one.reasons[0].model_copy(update={"rule": "denied"}), *one.reasons[1:]),
            }
        )
        for one in FINDINGS.matching.disputes
    )
    doubtful = FINDINGS.model_copy(
        update={"matching": FINDINGS.matching.model_copy(update={"disputes": disputes})}
    )
    assert render(doubtful, kind).count("How sure: low") == 1
    cards = Cards(Lookup(doubtful))
    (event,) = [
        event for story in cards.stories() for event in story.events if first in {c.id for c in event.cards}
    ]
    assert event.cards[-1].id == first
    decided = tuple(one.model_copy(update={"state": "confirmed"}) for one in disputes)
    settled = FINDINGS.model_copy(
        update={"matching": FINDINGS.matching.model_copy(update={"disputes": decided})}
    )
    assert "How sure: " not in render(settled, kind)


def test_disputes_that_were_all_rejected_are_not_counted_but_shown():
    disputes = tuple(one.model_copy(update={"state": "rejected"}) for one in FINDINGS.matching.disputes)
    matching = FINDINGS.matching.model_copy(update={"disputes": disputes})
    text = render(FINDINGS.model_copy(update={"matching": matching}), "md")
    assert "0 disputes" in text
    assert "No disputes were recognised" not in text
    assert "Begin with" not in text
    assert {one["state"] for one in json.loads(render(FINDINGS, "json"))["disputes"]} == {"open"}


def test_json_gives_text_and_offsets_that_agree_with_the_sources():
    report = json.loads(render(FINDINGS, "json"))
    for claim in report["claims"]:
        assert TEXTS[claim["source"]][claim["start"] : claim["end"]] == claim["text"]


def test_neither_winner_nor_verdict_is_named():
    for kind in ("md", "html"):
        text = rendered(kind)
        text = (" ".join(Page(text).text) if kind == "html" else text).lower()
        assert "names no winner" in text
        for verdict in ("debunked", "liar", "is lying", "fake", "proven", "winner is"):
            assert verdict not in text
