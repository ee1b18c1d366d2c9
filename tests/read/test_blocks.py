"""The article's own paragraphs are kept; what the page prints around them can hold no claim."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.read.blocks import read_blocks

TITLE = "Tram Crash Inquiry Opens In Port City"
BODY = [
    "Investigators began questioning the driver of a tram that left the rails on Monday, injuring eleven people.",
    "The operator denied that the brakes had been reported as faulty. “Every car passed its inspection,” it said.",
    "A union of drivers said three reports had been filed since March and that none had been answered.",
    "Follow-up tests on the rails will take two weeks, the city said, and the line stays closed until they are done.",
]


def kinds(text, title=None):
    return [(block.kind, text[block.start : block.end]) for block in read_blocks(text, title)]


def page(*extra, after=2):
    """An article with paragraphs of the page between its own."""
    return "\n\n".join([TITLE, *BODY[:after], *extra, *BODY[after:]])


def test_plain_article_is_title_and_body():
    assert kinds(page()) == [("title", TITLE)] + [("body", text) for text in BODY]


FURNITURE = [
    "Skip to main content",
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Read: Why the city bought its trams second-hand",
    "READ MORE: Why the city bought its trams second-hand",
    "Also read | Why the city bought its trams second-hand",
    "Related: Five Crashes That Changed Tram Safety",
    "See also: Five crashes that changed tram safety",
    "Read more about the trams here.",
    "Click here to download our timetable.",
    "Share this article",
    "Share on Facebook",
    "Facebook Twitter WhatsApp Email Print",
    "We use cookies to give you the best experience on our website.",
    "By continuing to use this site you agree to our use of cookies.",
    "Sign up for our free daily newsletter.",
    "Subscribe to our YouTube channel for more videos.",
    "Get the stories that matter to you in your inbox every morning.",
    "Download our app for iOS and Android.",
    "Follow Port City Herald on Twitter: @portherald",
    "Follow us on Facebook",
    "Join our Telegram channel for breaking news and updates.",
    "Support independent local journalism. Become a member today.",
    "Please enable JavaScript to view the comments.",
    "Copyright 2014 Port City Herald. All rights reserved.",
    "© 2014 Port City Herald",
    "This story is over 5 years old.",
    "This article is more than 3 years old",
    "Updated on",
    "Published: 3 June 2014, 10:30",
    "12 Comments",
    "2 thoughts on “Tram Crash Inquiry Opens In Port City”",
    "Comments are closed.",
    "Leave a comment",
    "No posts to display",
    "4 min read",
    "Tags: trams, safety, port city",
    "Filed under: Transport",
    "https://example.org/tram",
    "Contact: desk@example.org",
    "Sponsored: Ten beaches you have never heard of",
    "Photo: Rosa Diaz",
    "Image courtesy: Port City Fire Brigade",
    "Photo by Rosa Diaz",
    "Rosa Diaz/Getty Images",
    "Firefighters lift the second car from the square. (Rosa Diaz/AFP)",
    "Firefighters lift the second car from the square. Photograph: Rosa Diaz/Reuters",
    "Firefighters lift the second car from the square. [Rosa Diaz/AP Photo]",
    "FILE - In this March 3, 2014, file photo, trams wait at the central depot.",
    "The mayor speaks to reporters in this undated file photo.",
    "Des pompiers soulèvent la deuxième voiture sur la place. Photo de Rosa Diaz",
    "Los bomberos levantan el segundo vagón en la plaza según la policía",
    "Пожарные поднимают второй вагон",
    "By Rosa Diaz",
    "Sources: Reuters, AP",
    "With reporting by AFP and Reuters",
    "Reprinted with permission of the Harbour Post.",
    "This article was originally published by the Harbour Post.",
    "Rosa Diaz contributed reporting.",
    "- Operator’s official account:",
    "SUBSCRIBE to the Port City Herald for 2 a week",
    "Subscribe for $1",
    "Subscribe today and get 50% off",
    "Get 3 months for the price of 1. Offer ends Sunday.",
    "Try it free for 30 days. Cancel any time.",
    "Unlimited access for only $4 a month",
    "Save 40% on an annual subscription",
    "Gift subscriptions from $39",
    "Limited-time offer: $1 for 6 months",
    "Buy the print edition for 3.50 at your newsagent",
    "Start your free trial",
    "Sign up here for the Morning Tram.",
    "Enter your email address",
    "Please donate to keep us going.",
    "Support us from as little as £1",
    "Your donation of $10 will help us keep reporting.",
    "Help us raise $25,000 by Friday",
    "This article is for subscribers only.",
    "To read this article, subscribe or log in.",
    "You have 2 free articles left this month.",
    "View 12 comments",
    "Comments (12)",
    "1.2k shares",
    "Post Views: 342",
    "Accept all cookies",
    "Terms of use | Privacy policy",
    "Home > News > World",
    "Report a typo",
    "Listen 4:32",
    "Write to us at letters@example.org",
    "An earlier version of this article said that four cars had left the rails. Two did.",
    "This story was amended on 4 June to correct the name of the operator.",
    "(This version corrects the number of cars in the second paragraph.)",
    "Correction: We said on Monday that the tram was 40 years old. It was 14.",
    "A caption in Tuesday's paper put the fare at 9. It is 6.",
    "The article gave the wrong age for the driver. We apologise for the error.",
]


PLACES = {"above": 0, "amid": 2, "below": 4}


@at_rate({place: [(line, after) for line in FURNITURE] for place, after in PLACES.items()})
def test_page_furniture_holds_no_claim_and_costs_no_paragraph(line, after):
    found = kinds(page(line, after=after))
    shown = line.removeprefix("- ")
    assert [kind for kind, text in found if text == shown and kind in ("title", "heading", "body")] == []
    assert [text for kind, text in found if kind == "body"] == BODY


REAL = [
    "Subscribers will pay $2 a week more from May, the company said.",
    "He donated $5 a month to the tram museum for ten years.",
    "Two men were arrested for selling fake subscriptions for $40 a month.",
    "Unlimited access to the depot was given to 12 inspectors.",
    "The offer of $4 a share ends on Sunday.",
    "Save the Children says 200 families fled.",
    "Help us, the passengers shouted at the firefighters.",
    "Get rid of the mayor, 200 drivers demanded at the rally.",
    "Become a member of the alliance, the city urged its twin.",
    "Views on the timetable differ: 12 parties oppose it.",
    "Order was restored after 20 people were led away.",
    "“Subscribe or be silent,” the editor told the crowd.",
    "You have two days to leave, the guards told the tenants.",
    "Most read the letter as a threat.",
    "Follow the money, the auditor said, and the faulty brakes explain themselves.",
    "Sources close to the operator told reporters that the brakes had failed twice before the crash.",
    "The photo by a passer-by showed smoke rising from the second car, according to the police report.",
    "Photos of the crash shared by residents showed the second car lying on its side.",
    "Images released by the ministry showed no damage to the rails, the spokesman said.",
    "By late evening, crews had cleared the square and the buses were running again.",
    "By Monday, engineers had found cracks in four wheels.",
    "Share prices of the operator fell 12 percent.",
    "Read in full, the contract obliges the city to pay.",
    "More than 3,000 passengers use the line daily.",
    "Comments by the mayor angered the families.",
    "Subscribers to the paper's newsletter were told the story was wrong, the editor admitted.",
    "Twitter removed the account that had spread the video.",
    "The post was first reported by a blog in May.",
    "The brochure, reprinted from an older one, promised a “wheel check every night”.",
    "“Get out, all of you,” the driver shouted.",
    "The video was watched on YouTube two million times.",
    "Get your children away from the rails, teachers told parents.",
    "Watch this space, the lawyer said.",
    "The cameras were bought from Reuters/Canon for a trial.",
    "Copyright law does not cover the timetable, the judge ruled.",
    "The trial continues.",
    "An earlier version of the report blamed the driver, the operator said.",
    "A report in Tuesday's paper said that four cars had left the rails.",
    "“We apologise for the error,” the operator said in a letter to the families.",
    "This report was corrected by the inspectors after the operator complained.",
    "He was 54.",
    "He added:",
    "The statement reads as follows:",
    "“We are sorry”",
    "The Ministerio de Transporte of the twin city of Rio de la Plata offered help.",
    "Les Misérables was playing at the theatre when the tram hit the wall, its director said.",
]


@at_rate(REAL)
def test_real_paragraph_is_kept(paragraph):
    assert paragraph in [text for kind, text in kinds(page(paragraph)) if kind in ("body", "heading")]


def test_repeated_headline_is_a_title_once():
    text = "\n\n".join([TITLE, TITLE, BODY[0], TITLE, *BODY[1:]])
    assert [kind for kind, _ in kinds(text)] == [
        "title",
        "boilerplate",
        "body",
        "boilerplate",
        "body",
        "body",
        "body",
    ]


def test_headline_with_the_site_behind_it_is_not_a_second_title():
    assert kinds("\n\n".join([TITLE, f"{TITLE} | Port City Herald", *BODY]))[1][0] == "boilerplate"


def test_repeated_paragraph_counts_once():
    assert [kind for kind, _ in kinds("\n\n".join([TITLE, *BODY, BODY[0]]))][-1] == "boilerplate"


def test_title_told_by_metadata_is_found_below_others():
    text = "\n\n".join(["Port City Herald Online Edition", TITLE, *BODY])
    assert kinds(text, TITLE)[1] == ("title", TITLE)


def test_standfirst_that_is_a_sentence_is_body():
    standfirst = "Families of the injured say they were told nothing for two days."
    assert kinds("\n\n".join([TITLE, standfirst, *BODY]))[1] == ("body", standfirst)


def test_cross_head_is_a_heading():
    assert ("heading", "Brakes and rails") in kinds(page("Brakes and rails"))


def test_row_of_key_words_above_the_title_is_no_title():
    assert kinds(f"tram crash port -city\n\n{page()}")[:2] == [
        ("boilerplate", "tram crash port -city"),
        ("title", TITLE),
    ]


def test_list_of_links_is_furniture():
    links = ["World", "Sport", "Opinion", "City desk", "Jobs"]
    found = {text: kind for kind, text in kinds("\n".join([*links, "", page()]))}
    assert {found[link] for link in links} == {"boilerplate"}


def test_teaser_of_another_story_goes_with_its_headline():
    headline = "Market Watch: Gold, Silver Or Cash? What Savers Choose Now"
    blurb = (
        "Savers have moved record sums into metals since January as interest rates dropped. Our finance editor sat "
        "down with two fund managers to ask what pensioners should Read More"
    )
    found = kinds(page(headline, blurb))
    assert ("boilerplate", headline) in found
    assert ("boilerplate", blurb) in found
    assert [text for kind, text in found if kind == "body"] == BODY


def test_cut_off_paragraph_of_the_story_itself_is_kept():
    cut_off = "The operator and the union of drivers will both answer questions about the brakes and the rails, the city Read More"
    assert ("body", cut_off) in kinds(page(cut_off))


def test_readers_comments_below_the_article_are_furniture():
    thread = [
        "2 thoughts on “Tram Crash Inquiry Opens In Port City”",
        "Tomas says:",
        "June 5, 2014 at 10:12 pm",
        "The operator has lied about this for years and everybody in the city knows it.",
    ]
    found = kinds("\n\n".join([page(), *thread]))
    assert [kind for kind, _ in found[-4:]] == ["boilerplate"] * 4
    assert [text for kind, text in found if kind == "body"] == BODY


def test_counter_of_comments_above_the_article_costs_no_paragraph():
    assert [text for kind, text in kinds("12 Comments\n\n" + page()) if kind == "body"] == BODY


def test_text_of_a_sentence_a_line_is_all_kept():
    text = "\n".join(BODY)
    assert kinds(text) == [("body", line) for line in BODY]


def test_text_without_line_breaks_is_one_body():
    assert kinds(" ".join(BODY)) == [("body", " ".join(BODY))]


ODD_LINE = st.one_of(
    st.sampled_from([*FURNITURE, *REAL, *BODY, TITLE, "", " "]),
    st.text(st.characters(codec="utf-8"), max_size=60),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(ODD_LINE, max_size=12).map("\n".join))
def test_blocks_are_in_order_apart_and_inside_any_text(text):
    blocks = read_blocks(text)
    assert all(0 <= block.start < block.end <= len(text) for block in blocks)
    assert all(one.end <= two.start for one, two in itertools.pairwise(blocks))
