"""A hundred denials, one a line: [who], {the cue}, <what is denied or said>, over many fields."""

DENIALS = """\
[The airline] {denied} <that its pilots had skipped the briefing>.
[The mayor] {has denied} <taking money from the builder>.
[The clinic] {denies} <any wrongdoing>.
[The striker] {denied} <he had asked to leave the club>.
[The brewery] {flatly denied} <selling spoiled beer>.
[The ministry] {denied} <the allegations>.
[A spokesman for the port] {denied} <that cranes had been left unattended>.
[Both brothers] {deny} <the charges>.
[The bank’s chairwoman] {categorically denied} <knowing about the loans>.
[The school] {denied} <a report that it had turned pupils away>.
<The tests were never faked>, [the laboratory] {insisted}.
[The actor] {denied} <through his lawyer that he had struck the photographer>.
[The rebels] {denied} <shelling the village>.
[The general] {denied} <that any prisoner had been mistreated>.
[The union] {denied} <blocking the gates>.
[The governor’s office] {denied} <it had hidden the flood maps>.
[She] {denied} <all the accusations against her>.
[He] {denied} <having met the courier>.
[The company] {strongly denied} <claims that its wells had poisoned the river>.
[The coach] {denied} <being offered the job>.
<The dam is sound>, [the engineer] {insisted}, denying reports of cracks.
[The treasurer] {rejected} <claims that the fund was empty>.
[The museum] {rejected} <the accusation that the vase was looted>.
[The senator] {rejected} <suggestions that he had lied to the committee>.
[The government] {has rejected} <allegations of vote rigging>.
[The manager] {rejected} <the report as fiction>.
[Police] {rejected} <the charge that officers had fired first>.
[The embassy] {rejected} <accusations that it had spied on students>.
[The farmer] {rejected} <the claim that his dogs had attacked the sheep>.
[The editor] {dismissed} <the story as a fabrication>.
[The president] {dismissed} <reports that he was ill>.
[The army] {dismissed} <claims that a jet had been lost>.
[The factory] {dismissed} <as rumours the reports of layoffs>.
[The surgeon] {dismissed} <the complaint as groundless>.
[Her lawyer] {dismissed} <the allegations as baseless>.
[The captain] {dismissed} <suggestions that the ferry had been overloaded>.
[The committee] {dismissed} <talk of a boycott>.
[The institute] {refuted} <claims that its vaccine was unsafe>.
[The archbishop] {refuted} <the newspaper’s report>.
[The agency] {refuted} <the allegation that it had lost the samples>.
[The singer] {refuted} <rumours that the tour was cancelled>.
[The finance minister] {ruled out} <that public money had been used>.
[Investigators] {ruled out} <sabotage>.
[The fire chief] {ruled out} <arson>.
[The club] {has ruled out} <that the player was injured in training>.
[The farm] {disputed} <the inspector’s finding that its milk was tainted>.
[The driver] {disputes} <that he was speeding>.
[The families] {disputed} <the official account of the landslide>.
[The company] {disputed} <the figures>.
[The defendant] {contested} <the claim that he had signed the deed>.
[The pilot’s widow] {contradicted} <the report that he had been drinking>.
[Officials] {debunked} <a rumour that the water was poisoned>.
[The prince] {disavowed} <the letter published in his name>.
[The oil firm] {repudiated} <the charge that it had bribed the minister>.
“<There is no truth in these reports>,” [the spokeswoman] {said}.
[The curator] {said} <there was no truth in the claim that the painting was a forgery>.
“<That is a lie>,” [the goalkeeper] {said}.
“<It is simply not true>,” [the baker] {told} reporters.
“<We did not fire on the crowd>,” [the colonel] {said}.
“<I never touched the money>,” [the cashier] {said}.
[The chairman] {said} <the allegations were completely false>.
[The judge] {said} <she had never received the letter>.
[The railway] {said} <it had no knowledge of the missing bolts>.
[The airline] {said} <its crew had done nothing wrong>.
[The ambassador] {said} <his country had nothing to do with the explosion>.
[The dealer] {called} <the accusation a lie>.
[The deputy] {called} <the leaked memo a fake>.
[The rector] {described} <the allegations as absurd>.
[The king’s secretary] {branded} <the book a fabrication>.
[The director] {called} <reports of a merger untrue>.
[The union leader] {insisted} <that no member had been paid to vote>.
[The hunter] {insisted} <he had not shot the eagle>.
[The mayor] {maintained} <that she had not known of the contract>.
[The guards] {maintained} <they had not opened the gate>.
[The nurse] {swore} <that she had never changed the charts>.
[The skipper] {protested} <that he had not been at the wheel>.
[The minister’s] {denial} <that he took the bribe> came late.
[The hospital] {issued a denial} <that patients had been turned away>.
There was {a denial} from [the navy] <that the submarine had been damaged>.
<The allegations> {were denied} by [the monastery].
<The claim that the mine was unsafe> {was rejected} by [its owners].
<Reports of a cover-up> {were dismissed} by [the inspectorate].
<The charge> {was denied} by [the former treasurer].
<Any link with the smugglers> {has been denied} by [the shipping line].
<The accusation> {was refuted} by [a panel of doctors].
<Nobody was beaten in custody>, [the warden] {said}.
<No shots were fired>, {according to} [the garrison].
{According to} [the operator], <no radiation had escaped>.
<The parcel never arrived>, [the post office] {maintains}.
[The rangers] {denied} <that they had burned the huts>, saying the fire came from the road.
[The contractor], who {denied} <cutting corners>, blamed the weather.
Asked about the tapes, [the producer] {denied} <they existed>.
[The sect], which {denies} <holding anyone against their will>, opened its gates.
In a statement, [the refinery] {denied} <that the leak had reached the sea>.
Late on Sunday [the league] {denied} <there had been any fixing>.
[The shepherd] {pleaded not guilty} to <stealing the flock>.
“<These accusations are baseless>,” [the foundation] {said} in a statement.
“<I deny every word of it>,” [the poet] {wrote}.
[The vet] {said} <it was untrue that the horse had been drugged>.
[The water board] {said} <it was wrong to suggest that it had ignored the warnings>.
"""
