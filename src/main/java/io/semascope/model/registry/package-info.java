/// Which models are there, and are their files what they promise? Reads the bundled entries and model folders, unpacks, fetches and verifies weights.
/// Start at `ModelRegistry`. Running a graph is `model.onnx`; what a descriptor means is `model`.
@org.jspecify.annotations.NullMarked
package io.semascope.model.registry;
