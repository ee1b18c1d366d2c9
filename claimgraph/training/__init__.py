"""Learning the attribution tagger from annotated articles (extra ``train``)."""
