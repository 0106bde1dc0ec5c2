package io.semascope.projection.umap;

import io.semascope.projection.Golden;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;

/// What umap-learn said (`golden.py`).
final class Reference {
  private Reference() {}

  /// The points that `smooth.tsv`, `graph.tsv` and `waves.tsv` are of.
  static VectorBlock points() {
    return Golden.points().select(IntStream.range(0, 120).toArray());
  }

  /// The lines of a table as numbers.
  static List<double[]> table(String name) {
    return text(name)
        .lines()
        .map(line -> Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  static double number(String name) {
    Properties properties = new Properties();
    text("golden.properties")
        .lines()
        .map(line -> line.split(" = "))
        .forEach(entry -> properties.setProperty(entry[0], entry[1]));
    return Double.parseDouble(Objects.requireNonNull(properties.getProperty(name), name));
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
