"""The network: MiniLM's layers, four shared, one that finds cues, two run once a cue.

The first layers read a window once. On top of them one layer says for every word piece
whether a cue's head stands there, and of what kind; the others read the paragraph of one
cue, with that cue (and the others) marked, and say for every piece whether it belongs to
the cue's source, cue or content. All layers start from all-MiniLM-L6-v2.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from claimgraph.extract.tagger.windows import CASINGS, QUOTE_STATES

HIDDEN, PIECES, POSITIONS = 384, 30522, 512
HEAD_SIZE = 32
KINDS = 3
"""No cue's head; of a statement; of another attribution (a plan, a like, a belief)."""
ROLES = 4
"""Outside, source, cue, content."""
MARKS = 3
"""Not a cue's head; the one asked about; another one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is.

    Attributes:
        shared: layers that read a window once.
        upper: layers on top of them that find cues.
        branch: layers that read a paragraph once a cue.
        heads: of the attention in each layer.
        width: of the wide part of each layer.
    """

    shared: int = 4
    upper: int = 1
    branch: int = 2
    heads: int = 12
    width: int = 1536

    @classmethod
    def of(cls, state: Mapping[str, Tensor]) -> "Shape":
        """Return the shape that stored weights are of."""
        found = {
            match.groups() for name in state if (match := re.match(r"(shared|upper|branch)\.(\d+)\.", name))
        }
        shared, upper, branch = (
            sum(stack == one for stack, _ in found) for one in ("shared", "upper", "branch")
        )
        width, attended = state["shared.0.wide.weight"].shape[0], state["shared.0.out.weight"].shape[1]
        return cls(shared, upper, branch, attended // HEAD_SIZE, width)


class Layer(nn.Module):  # type: ignore[misc, unused-ignore]
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        attended = shape.heads * HEAD_SIZE
        self.query_key_value = nn.Linear(HIDDEN, 3 * attended)
        self.out = nn.Linear(attended, HIDDEN)
        self.norm_out = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.wide = nn.Linear(HIDDEN, shape.width)
        self.narrow = nn.Linear(shape.width, HIDDEN)
        self.norm_narrow = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Read states [batch, length, hidden]; ``mask`` is added to the attention's scores."""
        states = self.norm_out(states + self.out(self.attend(self.query_key_value(states), mask)))
        wide = functional.gelu(self.wide(states))
        return self.norm_narrow(states + self.dropout(self.narrow(wide)))  # type: ignore[no-any-return, unused-ignore]

    def attend(self, packed: Tensor, mask: Tensor | None) -> Tensor:
        """Let every position read the others: queries, keys and values side by side in ``packed``."""
        batch, length, _ = packed.shape
        split = packed.view(batch, length, 3, self.heads, HEAD_SIZE)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * HEAD_SIZE**-0.5
        if mask is not None:
            scores = scores + mask.to(query.dtype)
        read = torch.softmax(scores, -1).to(query.dtype) @ value
        return read.transpose(1, 2).reshape(batch, length, self.heads * HEAD_SIZE)

    def load(self, base: dict[str, Tensor], number: int) -> None:
        """Take the weights of one layer of the base model."""
        prefix = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [base[f"{prefix}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            getattr(self.query_key_value, kind).data.copy_(torch.cat(parts))
            for part, name in (
                (self.out, "attention.output.dense"),
                (self.norm_out, "attention.output.LayerNorm"),
                (self.wide, "intermediate.dense"),
                (self.narrow, "output.dense"),
                (self.norm_narrow, "output.LayerNorm"),
            ):
                getattr(part, kind).data.copy_(base[f"{prefix}{name}.{kind}"])


class Network(nn.Module):  # type: ignore[misc, unused-ignore]
    """Cue heads in a window, and the roles of the words around one of them."""

    def __init__(self, shape: Shape | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.pieces = nn.Embedding(PIECES, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.casing = nn.Embedding(CASINGS, HIDDEN)
        self.quoting = nn.Embedding(QUOTE_STATES, HIDDEN)
        self.dropout = nn.Dropout(dropout)
        self.shared = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.shared))
        self.upper = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.upper))
        self.branch = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.branch))
        self.head = nn.Linear(HIDDEN, KINDS)
        self.flat = nn.Linear(HIDDEN, ROLES)
        self.mark = nn.Embedding(MARKS, HIDDEN)
        self.role = nn.Linear(HIDDEN, ROLES)
        for added in (self.casing, self.quoting):
            nn.init.normal_(added.weight, std=0.01)
        nn.init.normal_(self.mark.weight, std=0.05)
        self.mark.weight.data[0] = 0

    @classmethod
    def stored(cls, states: Mapping[str, Tensor]) -> "Network":
        """Return the network that stored weights are of."""
        network = cls(Shape.of(states))
        network.load_state_dict(states)
        return network

    def layers(self) -> Iterator[tuple[str, Layer]]:
        """Yield every layer with what the names of its stored weights begin with."""
        for stack in ("shared", "upper", "branch"):
            for number, layer in enumerate(getattr(self, stack)):
                yield f"{stack}.{number}.", layer

    def load_base(self, weights: Path) -> None:
        """Start from the weights of all-MiniLM-L6-v2, a ``model.safetensors``; every part must be whole."""
        from safetensors.torch import load_file  # noqa: PLC0415 - only training loads it

        base = {name.removeprefix("bert."): value for name, value in load_file(str(weights)).items()}
        self.pieces.weight.data.copy_(base["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(base["embeddings.position_embeddings.weight"])
        self.kind.data.copy_(base["embeddings.token_type_embeddings.weight"][0])
        self.norm.weight.data.copy_(base["embeddings.LayerNorm.weight"])
        self.norm.bias.data.copy_(base["embeddings.LayerNorm.bias"])
        begins = ((self.shared, 0), (self.upper, self.shape.shared), (self.branch, self.shape.shared))
        for stack, begin in begins:
            for number, layer in enumerate(stack):
                layer.load(base, begin + number)  # type: ignore[operator, unused-ignore]

    def encode(
        self, ids: Tensor, casing: Tensor, quoting: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Read windows [batch, length]: shared states, logits of cue heads, logits of roles of any cue."""
        added = _added(mask)
        states = self.pieces(ids) + self.positions.weight[: ids.shape[1]][None] + self.kind
        states = self.dropout(self.norm(states + self.casing(casing) + self.quoting(quoting)))
        for layer in self.shared:
            states = layer(states, added)
        upper = states
        for layer in self.upper:
            upper = layer(upper, added)
        return states, self.head(upper), self.flat(upper)

    def roles(self, states: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        """Read shared states around one cue a row: logits of the roles [batch, length, 4]."""
        added = _added(mask)
        states = states + self.mark(marks)
        for layer in self.branch:
            states = layer(states, added)
        return self.role(states)  # type: ignore[no-any-return, unused-ignore]


def _added(mask: Tensor | None) -> Tensor | None:
    return None if mask is None else (1 - mask.float())[:, None, None, :] * -1e4
