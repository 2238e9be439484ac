"""Export a trained tagger as ONNX in int8."""

import tempfile
from pathlib import Path

import msgspec
import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from waqia.tagger.neural import FEATURES, EncoderConfig
from waqia.tagger.training.network import Exported, Tagger

_INPUTS = ("ids", "mask", "added")


def export(tagger: Tagger, config: EncoderConfig, folder: Path) -> None:
    """Write ``encoder.onnx`` (int8 by channel, an output for each head), ``features.npy`` and ``encoder.json``."""
    tagger.eval()
    example = (
        torch.randint(tagger.encoder.words.num_embeddings, (2, 32)),
        torch.ones(2, 32),
        torch.zeros(2, 32, tagger.encoder.shape.hidden),
    )
    axes = {name: {0: "batch", 1: "length"} for name in (*_INPUTS, *config.heads)}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _whole(Exported(tagger, list(config.heads)), example, axes, whole)
        quantize_dynamic(
            str(whole),
            str(folder / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # seven bits, so that sums don't saturate on processors without VNNI
        )
    np.save(folder / FEATURES, tagger.features.weight.detach().numpy().T.astype(np.float16))
    (folder / "encoder.json").write_bytes(msgspec.json.format(msgspec.json.encode(config), indent=1) + b"\n")


def _whole(exported: Exported, example: tuple[torch.Tensor, ...], axes: dict[str, dict[int, str]], path: Path) -> None:
    torch.onnx.export(
        exported,
        example,
        str(path),
        input_names=list(_INPUTS),
        output_names=exported.heads,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
