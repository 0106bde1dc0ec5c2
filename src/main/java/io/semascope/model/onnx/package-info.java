/// How does a text become a vector? Tokenises, runs ONNX graphs, pools; the only room that knows DJL and ONNX Runtime.
/// Start at `OnnxModelLoader`, then `OnnxEmbeddingModel`. Finding and verifying weights is `model.registry`.
@org.jspecify.annotations.NullMarked
package io.semascope.model.onnx;
