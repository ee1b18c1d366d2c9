from events_of import article

from claimgraph.extract.reading.telling import content_terms


def test_terms_are_lemmas_with_meaning_and_model_names():
    text = "The MiG-29 jets had bombed two Boeings."
    assert content_terms(article(text), ((0, len(text)),)) == ("mig-29", "jet", "bomb", "boeing")
