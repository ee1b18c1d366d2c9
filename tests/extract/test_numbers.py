"""Number phrases read off the text: what they say, what bounds them, and what is no count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rates import at_rate

from claimgraph.extract.counts.numbers import numbers

EXACT = [
    ("The archive holds 26,000 letters.", "26,000", 26000),
    ("The dam stores 2.5 million litres.", "2.5 million", 2_500_000),
    ("They planted 1,204,500 trees.", "1,204,500", 1_204_500),
    ("Six barges sank.", "Six", 6),
    ("Twenty-five teachers resigned.", "Twenty-five", 25),
    ("A hundred and five dancers took part.", "A hundred and five", 105),
    ("One hundred twenty-three plots were sold.", "One hundred twenty-three", 123),
    ("Two dozen goats escaped.", "Two dozen", 24),
    ("A dozen goats escaped.", "A dozen", 12),
    ("Half a dozen goats escaped.", "Half a dozen", 6),
    ("Half a million pilgrims came.", "Half a million", 500_000),
    ("Two and a half million votes were cast.", "Two and a half million", 2_500_000),
    ("Twelve hundred seats were empty.", "Twelve hundred", 1200),
    ("Some thirty-one hundred is odd, but 31 hundred barrels leaked.", "31 hundred", 3100),
    ("Nineteen ferries were inspected.", "Nineteen", 19),
    ("The depot lost 5 dozen crates.", "5 dozen", 60),
    ("Three thousand four hundred pupils sat the exam.", "Three thousand four hundred", 3400),
    ("A thousand lanterns were lit.", "A thousand", 1000),
    ("The library bought 1500 books.", "1500", 1500),
    ("The brigade sent 2000 volunteers.", "2000", 2000),
    ("Police counted 3m people at the parade.", "3m", 3_000_000),
    ("The silo holds 2 1/2 tonnes.", "2 1/2", 2.5),
    ("The judge gave him 3-1/2 years.", "3-1/2", 3.5),
    ("The trail is 6½ miles long.", "6½", 6.5),
    ("The city raised 1 1/4 million trees.", "1 1/4 million", 1_250_000),
]

BOUNDED = [
    ("More than 100 dockers walked out.", "More than 100", 100, None, False),
    ("Over a dozen yachts capsized.", "Over a dozen", 12, None, False),
    ("At least four miners were rescued.", "At least four", 4, None, False),
    ("No fewer than 12 councillors voted.", "No fewer than 12", 12, None, False),
    ("Upwards of 300 geese died.", "Upwards of 300", 300, None, False),
    ("Well over 90 shops shut.", "Well over 90", 90, None, False),
    ("The toll rose above 40.", "above 40", 40, None, False),
    ("In excess of 50 lorries were stuck.", "In excess of 50", 50, None, False),
    ("Up to 30 hikers are stranded.", "Up to 30", None, 30, False),
    ("As many as 80 divers searched.", "As many as 80", None, 80, False),
    ("One tally was as high as 64 dead.", "as high as 64", None, 64, False),
    ("Fewer than 20 seals were seen.", "Fewer than 20", None, 20, False),
    ("Under 15 boats returned.", "Under 15", None, 15, False),
    ("No more than 9 judges sat.", "No more than 9", None, 9, False),
    ("Nearly 200 homes lost power.", "Nearly 200", 200, 200, True),
    ("Almost 200 homes lost power.", "Almost 200", 200, 200, True),
    ("About 18 riders fell.", "About 18", 18, 18, True),
    ("Around 1,400 sheep were moved.", "Around 1,400", 1400, 1400, True),
    ("Some 30,000 fans queued.", "Some 30,000", 30000, 30000, True),
    ("An estimated 1,500 barns burned.", "An estimated 1,500", 1500, 1500, True),
    ("Roughly 70 letters arrived.", "Roughly 70", 70, 70, True),
    ("Just under 50 clerks were absent.", "Just under 50", 50, 50, True),
    ("More than an estimated 600 trees fell.", "More than an estimated 600", 600, None, True),
    ("A total of 10 sailors were found.", "A total of 10", 10, 10, False),
    ("It drew 500-plus runners.", "500-plus", 500, None, False),
    ("It drew 500+ runners.", "500+", 500, None, False),
    ("Some 20-odd cyclists came.", "Some 20-odd", 20, 20, True),
    ("The fine was 40 or more per head.", "40 or more", 40, None, False),
    ("They hired 60 or so cooks.", "60 or so", 60, 60, True),
]

RANGES = [
    ("Between 40 and 80 percent of the crop failed.", "Between 40 and 80 percent", 40, 80),
    ("40 to 80 percent of the crop failed.", "40 to 80 percent", 40, 80),
    ("40 percent to 70 percent of the crop failed.", "40 percent to 70 percent", 40, 70),
    ("From 18 to 25 jurors were called.", "From 18 to 25", 18, 25),
    ("18 to 25 jurors were called.", "18 to 25", 18, 25),
    ("40-50 jurors were called.", "40-50", 40, 50),
    ("Two or three cranes toppled.", "Two or three", 2, 3),
    ("2 to 3 million birds pass here.", "2 to 3 million", 2_000_000, 3_000_000),
    ("Between half and two-thirds of the vines froze.", "Between half and two-thirds", 50, 66.6),
    ("Repairs cost $3 million to $5 million.", "$3 million to $5 million", 3_000_000, 5_000_000),
]

SHARES_AND_SUMS = [
    ("Output fell 12 percent.", "12 percent", "percent", None, 12),
    ("Output fell 12%.", "12%", "percent", None, 12),
    ("The recall cost 90 million kroner.", "90 million kroner", "money", "KR", 90e6),
    ("The fund paid 2 billion forints.", "2 billion forints", "money", "HUF", 2e9),
    ("Turnout was 61.5 per cent.", "61.5 per cent", "percent", None, 61.5),
    ("Half of the vines froze.", "Half", "percent", None, 50),
    ("A third of the vines froze.", "A third", "percent", None, 33.3),
    ("Two-thirds of the vines froze.", "Two-thirds", "percent", None, 66.6),
    ("Three-quarters of pupils passed.", "Three-quarters", "percent", None, 75),
    ("One in five pupils passed.", "One in five", "percent", None, 20),
    ("Nine out of 10 pupils passed.", "Nine out of 10", "percent", None, 90),
    ("The bridge cost $1.2bn.", "$1.2bn", "money", "USD", 1_200_000_000),
    ("The bridge cost €3m.", "€3m", "money", "EUR", 3_000_000),
    ("The bridge cost £450,000.", "£450,000", "money", "GBP", 450_000),
    ("The bridge cost US$7 million.", "US$7 million", "money", "USD", 7_000_000),
    ("The bridge cost 54 million dollars.", "54 million dollars", "money", "USD", 54_000_000),
    ("The bridge cost 300 million yen.", "300 million yen", "money", "JPY", 300_000_000),
    ("The bridge cost EUR 20 million.", "EUR 20 million", "money", "EUR", 20_000_000),
    ("The bridge cost ₹40 crore.", "₹40 crore", "money", "INR", 400_000_000),
]

VAGUE = [
    ("Tens of skiers were hurt.", "Tens", 10),
    ("Dozens of skiers were hurt.", "Dozens", 12),
    ("Scores of skiers were hurt.", "Scores", 20),
    ("Hundreds of skiers were hurt.", "Hundreds", 100),
    ("Thousands of skiers came.", "Thousands", 1000),
    ("Tens of thousands of skiers came.", "Tens of thousands", 10_000),
    ("Hundreds of thousands of skiers came.", "Hundreds of thousands", 100_000),
    ("Several hundred skiers came.", "Several hundred", 300),
    ("Several skiers came.", "Several", 3),
    ("A few skiers came.", "A few", 2),
    ("A couple of skiers came.", "A couple of", 2),
    ("A few thousand skiers came.", "A few thousand", 2000),
]

NO_COUNT = [
    "The vote was held in 2008.",
    "The 2008 harvest was poor.",
    "It has been shut since 1994.",
    "The 1988-94 famine is remembered.",
    "It ran from 1988 to 1994.",
    "It was built in the 1990s.",
    "It was built in the mid-1990s.",
    "Rain fell on April 5.",
    "Rain fell on 5 April 2016.",
    "Rain fell on May 29th.",
    "Rain fell on 03/04/2016.",
    "Rain fell on 2016-04-03.",
    "The gates open at 12 p.m. sharp.",
    "The gates open at 3am.",
    "The gates open at 17:06.",
    "The gates open at noon (0800 GMT).",
    "The tremor came at 1353 (1023 GMT).",
    "A 34-year-old gardener won.",
    "A 34 year old gardener won.",
    "A three-year-old mare won.",
    "Dana Holt, 22, won the race.",
    "Dana Holt, aged 22, won the race.",
    "His two-week trip ended.",
    "An F-16 landed.",
    "A Mi-24 landed.",
    "The T-72 stalled.",
    "The A4 motorway is shut.",
    "Cases of COVID-19 fell.",
    "The G7 met.",
    "He carried a .45-caliber pistol.",
    "Crews used 120-millimeter pipes.",
    "Crews used 9-mm bolts.",
    "A six-week strike ended.",
    "A five-member panel sat.",
    "Article 5 was invoked.",
    "Flight 370 vanished.",
    "See Section 230 of the act.",
    "Resolution 1701 passed.",
    "Call 020 7946 0958 for details.",
    "Write to 1201 Juniper Ave., Springfield, IL 62704.",
    "She finished 27th.",
    "Rovers recorded a 3-2 win.",
    "Rovers won 3-2 at home.",
    "She won 6-4, 6-3.",
    "The 9/11 memorial is shut.",
    "They listened to the 911 call.",
    "No one came.",
    "They blamed one another.",
    "Item #12 is missing.",
    "Visit https://example.org/2024/15 today.",
    "His half-brother resigned.",
    "The second half was dull.",
    "Lot No. 12 was sold.",
    "Help is open 24/7.",
    "The coach is 100 percent certain of a draw.",
    "She has 100 percent confidence in the pilot.",
    "The rate went up by an eighth of 1 percent.",
    "Only the top 5 percent may sail.",
    'The page held <post author="orrin" stamp="1449075600" id="67"> and a photograph.',
]


def _read(text):
    return [(text[n.start : n.end], n) for n in numbers(text)]


@at_rate(EXACT)
def test_digits_and_words_have_their_value(text, phrase, value):
    found = dict(_read(text))
    assert found[phrase].low == found[phrase].high == value


@at_rate(BOUNDED)
def test_bounding_words_open_the_interval(text, phrase, low, high, approximate):
    ((words, number),) = _read(text)[:1] if "tally" not in text else _read(text)[1:]
    assert (words, number.low, number.high, number.approximate) == (phrase, low, high, approximate)


@pytest.mark.parametrize(("text", "phrase", "low", "high"), RANGES)
def test_ranges_are_one_interval(text, phrase, low, high):
    ((words, number),) = _read(text)
    assert (words, number.low, number.high) == (phrase, low, high)


@pytest.mark.parametrize(("text", "phrase", "form", "currency", "value"), SHARES_AND_SUMS)
def test_shares_and_sums_carry_their_measure(text, phrase, form, currency, value):
    ((words, number),) = _read(text)
    assert (words, number.form, number.currency, number.low, number.high) == (
        phrase,
        form,
        currency,
        value,
        value,
    )


@pytest.mark.parametrize(("text", "phrase", "low"), VAGUE)
def test_vague_words_are_lower_bounds(text, phrase, low):
    ((words, number),) = _read(text)
    assert (words, number.low, number.high, number.vague) == (phrase, low, None, True)


@at_rate(NO_COUNT)
def test_names_dates_times_ages_and_scores_are_no_counts(text):
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Membership rose from 10 to 20.", 20),
        ("Membership fell to 30 from 45.", 30),
        ("The fee was raised from $10 to $15.", 15),
    ],
)
def test_of_a_change_only_the_new_figure_is_kept(text, value):
    ((_, number),) = _read(text)
    assert number.low == number.high == value


@pytest.mark.parametrize(
    "text",
    [
        "Another 12 sailors came.",
        "12 more sailors came.",
        "A further 12 sailors came.",
        "12 more sailors than last year came.",
        "12 fewer sailors than last year came.",
        "The guild was 12 votes higher than the league.",
    ],
)
def test_counts_on_top_of_others_are_marked(text):
    ((_, number),) = _read(text)
    assert number.additional
    assert number.low == 12


def test_lists_stay_apart():
    assert [number.low for _, number in _read("It took 12 goats, 40 geese and 3 mules.")] == [12, 40, 3]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–%$€m£kton ehudrabfiv\n()/'"), max_size=80))
def test_any_text_gives_ordered_intervals_inside_it(text):
    for number in numbers(text):
        assert 0 <= number.start <= number.core[0] < number.core[1] <= number.end <= len(text)
        assert number.low is not None or number.high is not None
        assert number.low is None or number.high is None or number.low <= number.high


@settings(deadline=None, max_examples=40)
@given(st.integers(min_value=1, max_value=999_999_999).filter(lambda value: not 1000 <= value <= 2999))
def test_a_whole_number_with_separators_survives(value):
    ((_, number),) = _read(f"They counted {value:,} stones.")
    assert number.low == number.high == value
