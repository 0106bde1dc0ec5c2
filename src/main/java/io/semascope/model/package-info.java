/// What must agree before two vectors may be compared? The contract of a model: its data, its fingerprint, what it does to a text.
/// Start at `EmbeddingModel`. Reading descriptors is `model.registry`, running graphs is `model.onnx`; no runtime library belongs here.
@org.jspecify.annotations.NullMarked
package io.semascope.model;
