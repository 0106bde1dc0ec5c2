package io.semascope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.ExactIndex;
import io.semascope.neighbour.Neighbour;
import io.semascope.neighbour.NeighbourQuery;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Compares with what `numpy_reference.py`, beside the table it made, got for the same rows.
class NumpyAgreementTest {
  /// What the honesty rules promise is 1e-5 and the index 1e-6; float64 on both sides leaves room for the order of sums only.
  private static final double TOLERANCE = 1e-9;

  private static final Cancellation NEVER = Cancellation.never();
  private static final VectorBlock ROWS = fixture();

  /// The formula of the script: whole numbers over 1024, so the same float32 values in both languages.
  private static VectorBlock fixture() {
    List<float[]> rows = new ArrayList<>();
    for (long row = 0; row < 300; row++) {
      float[] values = new float[384];
      for (long i = 0; i < 384; i++) {
        long mixed = (row * 7919 + i * 104729 + row * row * i * 31 + i * i * 17) % 2003;
        values[(int) i] = (mixed - 1001) / 1024f;
      }
      rows.add(values);
    }
    return VectorBlock.copyOf(rows, 384);
  }

  /// The cells behind the first of all lines that begin with `kind`.
  private static List<String[]> reference(String kind) throws IOException {
    try (InputStream table =
        Objects.requireNonNull(
            NumpyAgreementTest.class.getResourceAsStream("numpy-reference.tsv"))) {
      List<String[]> lines =
          new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith(kind + "\t"))
              .map(line -> line.substring(kind.length() + 1).split("\t"))
              .toList();
      if (lines.isEmpty()) {
        throw new IOException("no line begins with " + kind);
      }
      return lines;
    }
  }

  @Test
  void neighboursAndTheirValues() throws IOException {
    ExactIndex index = ExactIndex.over(ROWS, NEVER);
    for (String[] cells : reference("neighbour")) {
      NeighbourQuery query =
          NeighbourQuery.of(ROWS.row(Integer.parseInt(cells[1])), 10, Similarity.valueOf(cells[0]));
      Neighbour found = index.nearest(query, NEVER).neighbours().get(Integer.parseInt(cells[2]));
      String where = String.join(" ", cells);
      assertEquals(Integer.parseInt(cells[3]), found.row(), where);
      assertEquals(Double.parseDouble(cells[4]), found.value(), TOLERANCE, where);
    }
  }

  @Test
  void meansAndStandardDeviations() throws IOException {
    DimensionStatistics statistics = DimensionStatistics.of(ROWS, NEVER);
    for (String[] cells : reference("statistics")) {
      int dimension = Integer.parseInt(cells[0]);
      assertEquals(Double.parseDouble(cells[1]), statistics.mean(dimension), TOLERANCE);
      assertEquals(
          Double.parseDouble(cells[2]), statistics.standardDeviation(dimension), TOLERANCE);
    }
  }

  @Test
  void theAnatomyOfACosine() throws IOException {
    CosineBreakdown breakdown = CosineBreakdown.of(ROWS.row(3), ROWS.row(211));
    String[] cells = reference("cosine").getFirst();
    assertEquals(Double.parseDouble(cells[0]), breakdown.normA(), TOLERANCE);
    assertEquals(Double.parseDouble(cells[1]), breakdown.normB(), TOLERANCE);
    assertEquals(Double.parseDouble(cells[2]), breakdown.dot(), TOLERANCE);
    assertEquals(Double.parseDouble(cells[3]), breakdown.cosine(), TOLERANCE);
    assertEquals(Double.parseDouble(cells[4]), breakdown.angleDegrees(), TOLERANCE);
    for (String[] contribution : reference("contribution")) {
      var found = breakdown.contributions().get(Integer.parseInt(contribution[0]));
      assertEquals(Integer.parseInt(contribution[1]), found.dimension());
      assertEquals(Double.parseDouble(contribution[2]), found.value(), TOLERANCE);
    }
  }

  @Test
  void percentilesAmongAllPairs() throws IOException {
    PairDistribution pairs =
        PairDistribution.of(ROWS, new PairDistribution.Draw(Similarity.COSINE, 50_000, 1), NEVER);
    assertEquals(300 * 299 / 2, pairs.pairs());
    for (String[] cells : reference("percentile")) {
      assertEquals(
          Double.parseDouble(cells[1]),
          pairs.percentile(Double.parseDouble(cells[0])),
          TOLERANCE,
          cells[0]);
    }
  }
}
