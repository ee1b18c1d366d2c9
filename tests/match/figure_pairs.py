"""Two figures in two or three sentences, and the words of the two claims that dispute each other, if any."""

FIGURE_PAIRS = (
    (
        "A coach fell off a bridge near Sellin on Friday. The fire brigade reported seven deaths. The hospital reported eleven deaths.",
        ("seven", "eleven"),
    ),
    (
        "A coach fell off a bridge near Sellin on Friday, leaving seven people dead, according to police. Local media, citing medics, put the toll at 15.",
        ("seven people", "15"),
    ),
    (
        "Police said seven people lost their lives in the blast in Sellin on Friday. The mayor said the blast claimed 15 lives.",
        ("seven people", "15 lives"),
    ),
    (
        "Fighting broke out in Sellin on Friday. The rebels said they had captured 40 soldiers. The army said six of its soldiers had been captured.",
        ("40 soldiers", "six of its soldiers"),
    ),
    (
        "Floods hit Sellin on Friday. The government says 3,000 people have been displaced. Aid workers estimate that 20,000 people have been displaced.",
        ("3,000 people", "20,000 people"),
    ),
    (
        "The cooling tower collapsed in Sellin on Friday, trapping 30 workers, the company said. The union said 70 workers were trapped.",
        ("30 workers", "70 workers"),
    ),
    (
        "Organisers claimed that half a million people attended the rally in Sellin. The interior ministry estimated the crowd at 60,000.",
        ("half a million", "60,000"),
    ),
    (
        "The court in Sellin fined the bank $12 million, its lawyer said. The prosecutor said the bank was fined $20 million.",
        ("$12 million", "$20 million"),
    ),
    (
        "The dam at Sellin held 300 million litres, the operator said. The regulator said the dam held 500 million litres.",
        ("300 million", "500 million"),
    ),
    (
        "The health ministry reported 12 confirmed cases of measles in Sellin. Doctors said there were 40 confirmed cases of measles in Sellin.",
        ("12 confirmed", "40 confirmed"),
    ),
    (
        "A tanker exploded in Sellin on Friday. The governor said no more than 10 people were killed. A lawmaker said at least 30 people were killed.",
        ("no more than 10", "at least 30"),
    ),
    (
        "A tanker exploded in Sellin on Friday. The governor said fewer than 10 people were killed. A lawmaker said between 30 and 40 people were killed.",
        ("fewer than 10", "30 and 40"),
    ),
    (
        "A tanker exploded in Sellin on Friday. Two officials said 10 people were killed and 20 wounded. The hospital said it counted 50 casualties.",
        ("10 people", "50 casualties"),
    ),
    (
        "Rebels stormed a base in Sellin on Friday. The army said it had killed 80 rebels. The rebels said they had lost nine fighters.",
        ("80 rebels", "nine fighters"),
    ),
    (
        "The party said it won 45 seats in Sellin. The electoral commission said the party won 38 seats.",
        ("45 seats", "38 seats"),
    ),
    (
        "Police said they seized 300 kilos of cocaine in Sellin on Friday. Prosecutors said 180 kilos of cocaine were seized.",
        ("300 kilos", "180 kilos"),
    ),
    (
        "The museum in Sellin said thieves had stolen 20 paintings. Police said 14 paintings were stolen from the museum.",
        ("20 paintings", "14 paintings"),
    ),
    (
        "A wildfire in Sellin destroyed 30 homes, the state forestry service said. The county sheriff said the fire destroyed 52 homes.",
        ("30 homes", "52 homes"),
    ),
    (
        "The ministry said the clean-up in Sellin would cost $4 million. Greenpeace said the clean-up had cost $9 million.",
        None,
    ),
    (
        "Police said 500 protesters were injured in Sellin on Friday. The opposition said 500 to 800 protesters were injured.",
        None,
    ),
    (
        "The agency said about 100 houses were destroyed by the storm in Sellin. The mayor said 105 houses were destroyed by the storm.",
        None,
    ),
    (
        "Police said 12 people were killed in the crash in Sellin on Friday. The governor of Hadra said 20 people had been killed on the province's roads this week.",
        None,
    ),
    (
        "A blast in Sellin killed 12 people on Friday, police said. Doctors said they had treated 40 people. Police said a blast in Morwen had killed three people.",
        None,
    ),
    (
        "Police said 12 people, including three children, were killed in Sellin on Friday. The hospital said five children had died.",
        ("three children", "five children"),
    ),
)
