#!/usr/bin/env python3
"""Tiny ONNX graphs with the inputs and outputs of a Qwen3-style decoder embedding export, and a tokenizer for them.

They hold no knowledge of language: they prove plumbing only. Every number that goes in comes out again in a known
channel, so a test sees which position was read and which position_ids, mask and cache were fed.

    python3 tiny_graphs.py [OUT]        (needs the onnx package; Debian: python3-onnx)

writes qwen-with-cache.onnx, qwen-without-cache.onnx and tokenizer.json to OUT (default: this file's folder).

last_hidden_state, float32 [batch, sequence, 8]:
    0  input_ids at this position
    1  position_ids at this position
    2  attention_mask at this position
    3  sum of the lengths of all past_key_values tensors (0 with an empty cache, and always 0 without cache inputs)
    4  sin(input_ids)
    5  cos(position_ids)
    6  running sum of mask * sin(input_ids) up to and including this position: causal, padding does not count
    7  1, so that an L2-normalised vector v gives channel c back as v[c] / v[7]
"""

import json
import pathlib
import sys

import onnx
from onnx import TensorProto, checker, helper, shape_inference

LAYERS, HEADS, HEAD_SIZE, HIDDEN = 2, 2, 4, 8
OPSET, IR_VERSION = 17, 8

WORDS = ("the a river bank flows slowly past old mill and money sleeps in quiet vault while rain falls on bread violin "
         "city tree light house clock not never . , ?").split()
UNKNOWN, END = "<unk>", "<|endoftext|>"


def constant(name, data_type, dims, values):
    return helper.make_tensor(name, data_type, dims, values)


def build(with_cache):
    node = helper.make_node
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch_size", "sequence_length"])
              for name in ("input_ids", "attention_mask", "position_ids")]
    outputs = [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT,
                                             ["batch_size", "sequence_length", HIDDEN])]
    constants = [constant("last_axis", TensorProto.INT64, [1], [-1]),
                 constant("sequence_axis", TensorProto.INT64, [], [1]),
                 constant("one", TensorProto.FLOAT, [], [1.0]),
                 constant("zero", TensorProto.FLOAT, [], [0.0])]
    nodes = [node("Cast", ["input_ids"], ["id"], to=TensorProto.FLOAT),
             node("Cast", ["position_ids"], ["position"], to=TensorProto.FLOAT),
             node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
             node("Sin", ["id"], ["sin_id"]),
             node("Cos", ["position"], ["cos_position"]),
             node("Mul", ["mask", "sin_id"], ["kept"]),
             node("CumSum", ["kept", "sequence_axis"], ["running"]),
             node("Mul", ["id", "zero"], ["zeros"]),
             node("Add", ["zeros", "one"], ["ones"])]

    if with_cache:
        constants += [constant("past_axis", TensorProto.INT64, [1], [2]),
                      constant("heads", TensorProto.INT64, [1], [HEADS]),
                      constant("head_size", TensorProto.INT64, [1], [HEAD_SIZE])]
        nodes += [node("Shape", ["input_ids"], ["batch_and_sequence"]),
                  node("Split", ["batch_and_sequence"], ["batch", "sequence"], axis=0),
                  node("Concat", ["batch", "heads", "sequence", "head_size"], ["new_shape"], axis=0),
                  node("ConstantOfShape", ["new_shape"], ["new"],
                       value=constant("fill", TensorProto.FLOAT, [1], [0.0]))]
        lengths = []
        for layer in range(LAYERS):
            for part in ("key", "value"):
                past, present = f"past_key_values.{layer}.{part}", f"present.{layer}.{part}"
                shape = ["batch_size", HEADS, "past_sequence_length", HEAD_SIZE]
                inputs.append(helper.make_tensor_value_info(past, TensorProto.FLOAT, shape))
                shape = ["batch_size", HEADS, "total_sequence_length", HEAD_SIZE]
                outputs.append(helper.make_tensor_value_info(present, TensorProto.FLOAT, shape))
                nodes += [node("Shape", [past], [f"{past}.shape"]),
                          node("Gather", [f"{past}.shape", "past_axis"], [f"{past}.length"], axis=0),
                          node("Cast", [f"{past}.length"], [f"{past}.length_float"], to=TensorProto.FLOAT),
                          node("Concat", [past, "new"], [present], axis=2)]
                lengths.append(f"{past}.length_float")
        nodes += [node("Sum", lengths, ["past_total"]),
                  node("Add", ["zeros", "past_total"], ["past"])]
    else:
        nodes.append(node("Identity", ["zeros"], ["past"]))

    channels = ["id", "position", "mask", "past", "sin_id", "cos_position", "running", "ones"]
    nodes += [node("Unsqueeze", [name, "last_axis"], [f"{name}.channel"]) for name in channels]
    nodes.append(node("Concat", [f"{name}.channel" for name in channels], ["last_hidden_state"], axis=-1))

    name = "qwen-with-cache" if with_cache else "qwen-without-cache"
    graph = helper.make_graph(nodes, name, inputs, outputs, constants,
                              doc_string="Plumbing test of a decoder embedding graph; no language model.")
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)],
                              producer_name="semascope-tiny-graphs", ir_version=IR_VERSION)
    checker.check_model(model, full_check=True)
    shape_inference.infer_shapes(model, strict_mode=True)
    return name, model


def tokenizer():
    vocabulary = {word: i for i, word in enumerate([*WORDS, UNKNOWN, END])}
    end = vocabulary[END]
    special = {"SpecialToken": {"id": END, "type_id": 0}}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": {"strategy": "BatchLongest", "direction": "Left", "pad_to_multiple_of": None,
                    "pad_id": end, "pad_type_id": 0, "pad_token": END},
        "added_tokens": [{"id": vocabulary[token], "content": token, "single_word": False, "lstrip": False, "rstrip": False,
                          "normalized": False, "special": True} for token in (UNKNOWN, END)],
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"Sequence": {"id": "A", "type_id": 0}}, special],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}, special],
            "special_tokens": {END: {"id": END, "ids": [end], "tokens": [END]}},
        },
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": UNKNOWN},
    }


def main():
    out = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    out.mkdir(parents=True, exist_ok=True)
    for with_cache in (True, False):
        name, model = build(with_cache)
        onnx.save(model, str(out / f"{name}.onnx"))
    text = json.dumps(tokenizer(), indent=2, ensure_ascii=False)
    (out / "tokenizer.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
