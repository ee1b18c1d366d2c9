"""shim"""
from claimgraph.extract.grammar.sentences import *
from claimgraph.extract.grammar.sentences import QUOTE_MARKS, SENTENCE_ENDS, in_quotation, is_quote, is_word, main_verbs, sentences, tokens_inside, words_of
from claimgraph.extract.grammar.verbs import *
from claimgraph.extract.grammar.verbs import FINITE_TAGS, MODALS, Predicate, is_finite, is_verbal, negation_of, read_predicate, subject_of
from claimgraph.lexicon import words
from claimgraph.extract.grammar.nouns import noun_phrase
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NEGATIVES = words("grammar","negatives")
NOT_QUITE_NEGATIVE = words("grammar","not_quite")
def phrase(head):
    cut = {b.i for c in head.children if c.dep_ in {"relcl", "appos", "acl", "advcl", "conj", "cc"} for b in c.subtree}
    return [t for t in head.subtree if t.i not in cut]
