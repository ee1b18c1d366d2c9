"""The text of a message saved as a file (.eml), and what its head says.

The plain part is read, else the HTML part; attachments are left alone. Whoever sends a message need
not have published what it says: the sender is no publisher here.
"""

from email import message_from_bytes, policy
from email.message import EmailMessage

from claimgraph.errors import InputRefusedError
from claimgraph.read.fragment import extract_fragment
from claimgraph.read.metadata import Extracted, Metadata, message_date


def extract_mail(data: bytes, where: str) -> Extracted:
    """Return the text of a message, its subject as the title, and the day it was sent.

    Raises:
        InputRefusedError: it is no message, or holds no text.
    """
    remedy = "save its text as .txt"
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise InputRefusedError(where, "not a message: it has no head", remedy)
    text = _text(message, where)
    if not text.strip():
        raise InputRefusedError(where, "a message without text", remedy)
    subject = " ".join(str(message.get("Subject", "")).split())
    sent = message_date(str(message.get("Date", "")))
    basis = f"the message's head 'Date': {sent}" if sent else None
    return Extracted(text, Metadata(title=subject or None, published=sent, basis=basis))


def _text(message: EmailMessage, where: str) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    held = body.get_content()
    if body.get_content_type() == "text/html":
        return extract_fragment(str(held).encode("utf-8", "replace"), where).text
    return str(held).replace("\r\n", "\n")
