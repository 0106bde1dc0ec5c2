package io.semascope.model.registry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds out whether a graph rounds its activations to 8 bits while it runs, by looking for the operator's name in the file.
///
/// `DynamicQuantizeLinear` takes one scale for a whole tensor, so that a text's vector depends on its batch
/// (ONNX operator specification, DynamicQuantizeLinear).
final class QuantisedGraph {
  private static final byte[] OPERATOR =
      "DynamicQuantizeLinear".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER_BYTES = 1 << 16;

  private QuantisedGraph() {}

  static boolean isDynamic(Path graph) {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(graph), BUFFER_BYTES)) {
      int matched = 0;
      for (int value = stream.read(); value >= 0; value = stream.read()) {
        // The first letter occurs only once in the name, so a mismatch can only start anew at that
        // letter.
        if (value == OPERATOR[matched]) {
          matched++;
          if (matched == OPERATOR.length) {
            return true;
          }
        } else {
          matched = value == OPERATOR[0] ? 1 : 0;
        }
      }
      return false;
    } catch (IOException e) {
      throw ModelProblems.unreadable(graph, e);
    }
  }
}
