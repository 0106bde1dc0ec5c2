package io.semascope.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphSearchTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    for (GraphSearch search :
        List.of(
            new GraphSearch.Automatic(),
            new GraphSearch.Exact(),
            new GraphSearch.Approximate(0.875))) {
      assertEquals(search, GraphSearch.of(search.text()));
    }
    assertEquals(new GraphSearch.Exact(), GraphSearch.of(" Exact "));
  }

  @Test
  void aRecallIsANumberBetweenAHalfAndOne() {
    for (String wrong :
        List.of(
            "",
            "1",
            "0.5",
            "2",
            "-0.9",
            "NaN",
            "roughly",
            "0.9f",
            "0x1p-0.1",
            "0".repeat(100_000))) {
      assertThrows(IllegalArgumentException.class, () -> GraphSearch.of(wrong), wrong);
    }
  }

  @Test
  void automaticIsExactAmongFewRows() {
    GraphSearch automatic = new GraphSearch.Automatic();
    assertEquals(new GraphSearch.Exact(), automatic.among(GraphSearch.MANY_ROWS - 1));
    assertEquals(
        new GraphSearch.Approximate(GraphSearch.USUAL_RECALL),
        automatic.among(GraphSearch.MANY_ROWS));
    assertEquals(new GraphSearch.Exact(), new GraphSearch.Exact().among(5_000_000));
    GraphSearch wanted = new GraphSearch.Approximate(0.7);
    assertEquals(wanted, wanted.among(5));
  }

  @Test
  void theMarginOfARecallIsThatOfTheMeanOfASample() {
    // mean 0.75, variance 1/12 with three degrees of freedom, four of eight rows:
    // 1.959964 · √(1/12 / 4 · 1/2)
    GraphRecall recall = GraphRecall.ofSample(new double[] {1, 0.5, 0.5, 1}, 8);
    assertEquals(0.75, recall.value());
    assertEquals(0.2000380, recall.margin(), 1e-6);
    assertEquals(0, GraphRecall.ofSample(new double[] {1, 0.5, 0.5, 1}, 4).margin());
    // All found in all that were drawn does not say that all are found.
    double[] all = new double[200];
    Arrays.fill(all, 1);
    assertEquals(0.01497, GraphRecall.ofSample(all, 100_000).margin(), 1e-6);
  }
}
