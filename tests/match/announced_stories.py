"""Articles that say themselves that two accounts differ, and others that only compare two things.

Each: the text, and the pairs of statements set against each other (words of the one, words of
the other). An empty tuple means: nobody is set against anybody by the words of the article.
"""

DATE = "12 March 2015\n\n"

ANNOUNCED: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        (
            "The mine's manager said the alarm rang before the roof came down. "
            "His account differs from that of the miners, who said they heard nothing until the roof fell."
        ),
        (("the alarm rang", "they heard nothing"),),
    ),
    (
        (
            "Deputy Mayor Ana Prins said the bridge was closed for repairs in June. "
            "The contractor, Jon Veld, told a different story, saying the bridge carried lorries all summer."
        ),
        (("the bridge was closed for repairs", "the bridge carried lorries"),),
    ),
    (
        "There were conflicting reports about the demonstration: police said students threw stones at the town hall, while witnesses said officers charged a quiet crowd.",
        (("students threw stones", "officers charged a quiet crowd"),),
    ),
    (
        (
            "Coach Peter Harlan said the goalkeeper had trained every day with the team. "
            "But the club's doctor, Lena Moss, said otherwise. "
            "She said the goalkeeper spent the week in bed."
        ),
        (("had trained every day", "the goalkeeper spent the week in bed"),),
    ),
    (
        (
            "The airline said passengers were given food and blankets during the delay. "
            "Passengers painted a different picture, saying they slept on the floor without water."
        ),
        (("passengers were given food and blankets", "they slept on the floor"),),
    ),
    (
        (
            "Senator Ruth Calder said the minutes of the meeting were shown to every member. "
            "Her colleague, Senator Paul Dray, contradicted her, saying the minutes were kept in a locked drawer."
        ),
        (("were shown to every member", "the minutes were kept in a locked drawer"),),
    ),
    (
        (
            "The ministry said in May that the vaccines were stored at the right temperature. "
            "Contrary to what the ministry had claimed, the auditor said, the refrigerators were switched off for two days."
        ),
        (("the vaccines were stored at the right temperature", "the refrigerators were switched off"),),
    ),
    (
        (
            "The zoo said its keepers had locked the gate of the enclosure. "
            "A visitor, Mara Olin, said, in contrast, that the gate stood open all morning."
        ),
        (("had locked the gate", "the gate stood open"),),
    ),
    (
        (
            "The museum said it bought the statue from a dealer in Geneva. "
            "The dealer disagreed, saying the statue was only lent for a season."
        ),
        (("it bought the statue from a dealer", "the statue was only lent"),),
    ),
    (
        (
            "Villagers said the lorry drove through the checkpoint without slowing down. "
            "The driver gave a different version of events: he said the soldiers waved the lorry through."
        ),
        (("the lorry drove through the checkpoint", "the soldiers waved the lorry through"),),
    ),
    (
        (
            "The hospital said the surgeon left the theatre for ten minutes. "
            "That is inconsistent with the testimony of a nurse, who said the surgeon did not come back at all."
        ),
        (("the surgeon left the theatre for ten minutes", "the surgeon did not come back at all"),),
    ),
    (
        (
            "The company said the brakes of the tram were new. "
            "The union disputed that account, saying the brakes were taken from an old tram."
        ),
        (("the brakes of the tram were new", "the brakes were taken from an old tram"),),
    ),
    (
        "The mayor's claim that the fountain was paid for by donors is contradicted by the treasurer, who said the money for the fountain came from the school fund.",
        (("the fountain was paid for by donors", "the money for the fountain came from the school fund"),),
    ),
    (
        (
            "The shipping line said the captain radioed for help at midnight. "
            "The coastguard's version is different. "
            "It said the first call from the captain came at three in the morning."
        ),
        (("the captain radioed for help at midnight", "the first call from the captain came at three"),),
    ),
    (
        (
            "Actor Miles Trent said he wrote the screenplay in a cabin by himself. "
            "Director Joan Salas remembers it differently. "
            "She said the two of them wrote the screenplay together in Lisbon."
        ),
        (("he wrote the screenplay in a cabin", "the two of them wrote the screenplay together"),),
    ),
    (
        (
            "The school said the boy had fallen from a swing. "
            "The boy's mother, however, told a different story. "
            "She said two older pupils had pushed the boy from a wall."
        ),
        (("the boy had fallen from a swing", "two older pupils had pushed the boy"),),
    ),
    (
        (
            "The two pilots gave conflicting accounts of the landing. "
            "Captain Ellis Stone said he saw the runway clearly. "
            "First Officer Dana Roe said fog hid the runway until the last second."
        ),
        (("he saw the runway clearly", "fog hid the runway"),),
    ),
    (
        (
            "Police said the suspect had been alone in the flat. "
            "This contradicted earlier statements by the landlord, who said three men were living in the flat."
        ),
        (("the suspect had been alone in the flat", "three men were living in the flat"),),
    ),
    (
        (
            "The farmer said the dog ran onto the road. "
            "On the contrary, said the cyclist, the dog was lying asleep in the yard."
        ),
        (("the dog ran onto the road", "the dog was lying asleep in the yard"),),
    ),
    (
        (
            "The trainer said the horse was healthy before the race. "
            "But the vet saw things differently, saying the horse had been limping for days."
        ),
        (("the horse was healthy before the race", "the horse had been limping for days"),),
    ),
    (
        "Contrary to the company's claim that the pipeline was empty, engineers said oil was flowing through the pipeline.",
        (("the pipeline was empty", "oil was flowing through the pipeline"),),
    ),
    (
        (
            "The prosecutor said the will was signed in March. "
            "Accounts differ on what happened: the notary said the will was signed after the funeral."
        ),
        (("the will was signed in March", "the will was signed after the funeral"),),
    ),
    (
        (
            "The rebels said the convoy carried weapons. "
            "That is not what the aid agency said: it said the convoy carried only flour."
        ),
        (("the convoy carried weapons", "the convoy carried only flour"),),
    ),
    (
        (
            "The minister told parliament that the contract was put out to tender. "
            "The opposition says the opposite: that the contract was handed to a friend of the minister."
        ),
        (("the contract was put out to tender", "the contract was handed to a friend"),),
    ),
    (
        (
            "Defence officials said the missile was launched from a ship. "
            "That version was challenged by the coastguard, which said the missile came from the shore."
        ),
        (("the missile was launched from a ship", "the missile came from the shore"),),
    ),
    (
        (
            "The landlord said the tenants stopped paying in May. "
            "The tenants' version of events differs sharply. "
            "They said the rent was paid in full until August."
        ),
        (("the tenants stopped paying in May", "the rent was paid in full until August"),),
    ),
    (
        (
            "Rangers said the bear had charged the hikers. "
            "That is at odds with a statement from the hikers, who said the bear was feeding when the rangers fired."
        ),
        (("the bear had charged", "the bear was feeding"),),
    ),
    (
        (
            "“The vote on the lease was unanimous,” "
            "council leader Tessa Brandt said.\n\n"
            "Councillor Ivo Marsh remembers it differently.\n\n"
            "“Three of us voted against the lease,” "
            "Mr Marsh said."
        ),
        (("The vote on the lease was unanimous", "Three of us voted against the lease"),),
    ),
    (
        (
            "The orchestra said the conductor left of his own accord. "
            "Contrary to the orchestra's statement, the conductor told a radio station that he was asked to leave the orchestra."
        ),
        (("the conductor left of his own accord", "he was asked to leave"),),
    ),
    (
        (
            "Airport officials said the runway was lit. "
            "In contrast, the pilot, Nils Aker, said the runway was dark."
        ),
        (("the runway was lit", "the runway was dark"),),
    ),
)

COMPARED: tuple[str, ...] = (
    "The retailer said sales of coats rose in the north. In contrast, it said sales of coats fell in the south.",
    "The ministry said exports of tea rose last year. Analysts said that, in contrast, exports of coffee fell.",
    "The meteorologist said the summer of 2003 was dry. By contrast, a historian said, the summer of 1903 was wet.",
    "The museum said its new wing cost 4 million. The old wing, by contrast, cost 300, the city said.",
    "The coach said his team played a different game in the second half. The captain said the team was proud.",
    "The author said her new novel tells a different story from her first. The publisher said the novel will be out in May.",
    "The photographer said each print tells a different story. A curator said the prints hang in three rooms.",
    "The witness contradicted himself on the stand, the lawyer said. The judge said the hearing would go on.",
    "The two studies used different methods, the professor said. A colleague said both studies were sound.",
    "The mayor said the tram runs on time. The mayor of the next town said his buses are late, in contrast.",
    "Police said the two suspects gave conflicting accounts of the evening. A spokesman said a hearing was set for Friday.",
    "The engineer said the results were inconsistent with a leak. The plant said the valves were replaced.",
    "Contrary to popular belief, bats are not blind, the biologist said. The zoo said its bats eat fruit.",
    "The general said the retreat was at odds with his orders. A colonel said the orders were clear.",
    "The chef said his soup differs from his grandmother's. The critic said the soup was good.",
    "The senator said he disagreed with the president on taxes. The president said the tax would stand.",
    "The company said its figures differ from last year's because a plant was sold. Analysts said the plant was old.",
    "Nadia Orr said the village was calm. The village is at odds with the province over water. A trader said water was dear.",
    "The bishop said the church was built in 1700. Unlike the church, the tower was built later, the guide said.",
    "The union and the company are at odds over pay. The union said workers want more. The company said orders were falling.",
    "The doctor said the patient was well. The nurse agreed, saying the patient was walking.",
    "The minister said the road was open. That is consistent with what drivers said, that the road was clear.",
    "The report does not contradict what the minister said, the auditor said. The minister said the accounts were sound.",
    "The referee said the goal was good. The match, in contrast to the first leg, was quiet, the captain said.",
    "Critics disagreed about the film. One reviewer said it was dull. The festival said the film ran for two hours.",
    "The lawyer said his client told a different story because he was afraid. The clerk said the court rose at noon.",
    "The governor said the dam was safe. He later contradicted his own engineers, a newspaper said, on the price of cement.",
    "The skipper said the boat was fast. His brother, who saw things differently as a boy, said the harbour was small.",
    "The senator said the bill would help farmers. Unlike her opponent, she said, she grew up on a farm.",
    "The seller said the house had a garden. If that contradicts the plan, the buyer said, the plan should be drawn again.",
    "The agency said the two reports were inconsistent with each other on rainfall. The mayor said the rain had stopped.",
    "The doctor said the drug helped men. In women, by contrast, the drug did nothing, a second doctor said.",
    "A farmer said the field was dry in 1990. By contrast, his son said, the field was under water in 2010.",
    "The mayor said the statue was safe. He said the old photographs told a different story about the square.",
)
