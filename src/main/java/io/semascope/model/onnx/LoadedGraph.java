package io.semascope.model.onnx;

import io.semascope.model.Device;

/// A graph on the device it was loaded for.
///
/// @param device where it runs
/// @param calls how many calls run side by side
record LoadedGraph(TextGraph graph, Device device, int calls) {}
