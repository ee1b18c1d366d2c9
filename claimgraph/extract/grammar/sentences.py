"""The tokens of a content, sentence by sentence, and the verbs that govern them.

A content may be broken ("A," he said, "and B"), and the parser's own sentence breaks are taken
only where the punctuation agrees.
"""

from collections.abc import Iterable, Sequence

from claimgraph.extract.grammar.tree import is_content, positions
from claimgraph.extract.grammar.verbs import is_finite, is_infinitive, is_verbal
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.tokens import Doc, Token
from claimgraph.lexicon import words
from claimgraph.model import Span

QUOTE_MARKS = frozenset("\"“”„‟«»'‘’`") | {"''", "``"}
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!!"})
_CLOSING = QUOTE_MARKS | {")", "]"}
_EQUAL = frozenset({"conj", "ROOT", "ccomp", "parataxis", "dep"})
_MARKS = "claimgraph quotation marks"
"""Under this key a parsed paragraph keeps its quotation marks."""


def sentences(article: Article, content: Iterable[Span]) -> list[list[Token]]:
    """Return the tokens under the content, a list per sentence, in text order."""
    groups: list[list[Token]] = []
    for _, inside in by_paragraph(article, content):
        for position, token in enumerate(inside):
            if not position or _new_sentence(inside[position - 1], token):
                groups.append([])
            groups[-1].append(token)
    return [group for group in groups if any(is_word(token) for token in group)]


def by_paragraph(article: Article, content: Iterable[Span]) -> list[tuple[Paragraph, list[Token]]]:
    """Return the paragraphs that a content touches, in order, each with the tokens it touches."""
    spans = tuple(content)
    touched = {paragraph.index: paragraph for span in spans for paragraph in article.overlapping(span)}
    read = ((paragraph, tokens_inside(paragraph, spans)) for _, paragraph in sorted(touched.items()))
    return [(paragraph, inside) for paragraph, inside in read if inside]


def tokens_inside(paragraph: Paragraph, content: Iterable[Span]) -> list[Token]:
    """Return the paragraph's tokens that the content touches, each once, in order."""
    found = {
        token.i: token
        for start, end in content
        if start < paragraph.end and end > paragraph.start
        for token in paragraph.tokens(start, end)
        if not token.is_space
    }
    return [found[index] for index in sorted(found)]


def is_quote(token: Token) -> bool:
    """Tell whether a token is a quotation mark, not an apostrophe."""
    return token.text in QUOTE_MARKS and token.dep_ != "case"


def is_question(sentence: Sequence[Token]) -> bool:
    """Tell whether a sentence asks."""
    return any(token.text == "?" for token in sentence[-2:])


def is_word(token: Token) -> bool:
    """Tell whether a token holds a letter or a digit."""
    return any(character.isalnum() for character in token.text)


def _new_sentence(before: Token, token: Token) -> bool:
    """Tell whether a sentence begins at the token: punctuation must agree with the parser."""
    if not token.is_sent_start and not token.text[0].isupper():
        return False
    last = before
    while last.i > 0 and (last.text in _CLOSING or last.is_space):
        last = last.nbor(-1)
    broken = token.i > before.i + 1 and "\n" in token.doc[before.i + 1 : token.i].text
    return last.text in SENTENCE_ENDS or broken or (bool(token.is_sent_start) and last.text in {":", ";"})


def in_quotation(token: Token) -> bool:
    """Tell whether a token stands inside quotation marks, counted within its paragraph."""
    marks = [text for index, text in _quote_marks(token.doc) if index < token.i]
    curly = [mark for mark in marks if mark in {"“", "”", "«", "»"}]
    if curly:
        return curly[-1] in {"“", "«"}
    return sum(mark in {'"', "''", "``"} for mark in marks) % 2 == 1


def _quote_marks(doc: Doc) -> "list[tuple[int, str]]":
    """Return the quotation marks of a paragraph with their places, found once for each."""
    found: list[tuple[int, str]] | None = doc.known.get(_MARKS)
    if found is None:
        found = [(other.i, other.text) for other in doc if is_quote(other)]
        doc.known[_MARKS] = found
    return found


def roots(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens of a stretch that no other token of it governs, in order."""
    inside = positions(tokens)
    return [token for token in tokens if token.head.i not in inside or token.head.i == token.i]


def main_verbs(tokens: Sequence[Token]) -> list[Token]:
    """Return the verbs that govern the stretch, in text order.

    The parser may tear a quotation apart; each fragment's own verb is then returned.
    """
    inside = positions(tokens)
    verbal = [root for root in roots(tokens) if is_verbal(root)]
    if not verbal:
        return []
    first = max(verbal, key=lambda root: (len(positions(root.subtree) & inside), -root.i))
    equal = (root for root in verbal if root.i != first.i and root.dep_ in _EQUAL and is_finite(root))
    return sorted([first, *equal], key=lambda root: root.i)


def is_all_said(clause: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a clause says what a noun only announces: "his aim to sell it", "it is time to go"."""
    noun, to_do = clause.head, is_infinitive(clause)
    outermost = clause.dep_ == "acl" and (noun.i == noun.head.i or noun.head not in tokens)
    aims = words("grammar", "aims") - words("grammar", "saying_little")
    announced = to_do and noun.dep_ == "attr" and noun.lemma in aims
    return announced or (outermost and (to_do or is_content(clause)))


def words_of(tokens: Iterable[Token]) -> str:
    """Return the text of the tokens, joined as in the source where they are neighbours."""
    return "".join(token.text_with_ws for token in tokens).strip()
