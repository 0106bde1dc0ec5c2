package io.semascope.model.onnx;

import io.semascope.vector.DenseVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The golden files: sentences and the vectors another program made of them.
final class GoldenVectors {
  private GoldenVectors() {}

  static List<String> sentences() {
    return new String(bytes("sentences.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// Rows of a float32, C-order `.npy` file of version 1.
  static List<DenseVector> of(String id, int dimension) {
    ByteBuffer file = ByteBuffer.wrap(bytes(id + ".npy")).order(ByteOrder.LITTLE_ENDIAN);
    file.position(10 + file.getShort(8));
    List<DenseVector> rows = new ArrayList<>();
    while (file.hasRemaining()) {
      float[] row = new float[dimension];
      file.asFloatBuffer().get(row);
      file.position(file.position() + dimension * Float.BYTES);
      rows.add(DenseVector.of(row));
    }
    return rows;
  }

  static byte[] bytes(String name) {
    try (InputStream stream = GoldenVectors.class.getResourceAsStream("golden/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
