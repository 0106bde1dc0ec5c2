package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBatchTest {
  private static final long SEED = 20_261_122;

  private static EncodedText text(int tokens) {
    return new EncodedText(
        new long[tokens], new long[tokens], tokens, Optional.empty(), /* unknown= */ false);
  }

  private static List<EncodedText> texts(Integer... tokens) {
    return java.util.Arrays.stream(tokens).map(TokenBatchTest::text).toList();
  }

  private static List<List<Integer>> rows(List<EncodedText> texts, boolean oneTextPerCall) {
    return TokenBatch.plan(texts, oneTextPerCall).stream().map(TokenBatch::rows).toList();
  }

  private static List<Integer> joined(List<List<Integer>> rows) {
    return rows.stream().flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLongestComeFirstAndEquallyLongOnesStayInTheirOrder(boolean oneTextPerCall) {
    List<EncodedText> texts = texts(3, 300, 5, 300, 1, 5);
    assertEquals(List.of(1, 3, 2, 5, 0, 4), joined(rows(texts, oneTextPerCall)));
  }

  @Test
  void aCallHas384TokensAtMostPaddingCounted() {
    assertEquals(List.of(List.of(0, 1, 2), List.of(3)), rows(texts(128, 128, 128, 128), false));
    assertEquals(List.of(List.of(0, 1), List.of(2, 3)), rows(texts(129, 129, 128, 128), false));
    assertEquals(
        List.of(384, 16),
        rows(Collections.nCopies(400, text(1)), false).stream().map(List::size).toList());
  }

  @Test
  void aTextLongerThanACallGoesAlone() {
    assertEquals(List.of(List.of(1), List.of(0, 2)), rows(texts(10, 512, 10), false));
  }

  @Test
  void nothingNeedsNoCall() {
    assertEquals(List.of(), TokenBatch.plan(List.of(), false));
    assertEquals(List.of(List.of(0, 1)), rows(texts(0, 0), false));
  }

  /// As many as there is room for, so that no call is begun in vain; every text in exactly one.
  @Test
  void callsAreFullAndNoTextIsLost() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 50; trial++) {
      String which = "trial " + trial + " of seed " + SEED;
      List<EncodedText> texts =
          IntStream.range(0, 200).mapToObj(_ -> text(1 + random.nextInt(250))).toList();
      List<TokenBatch> batches = TokenBatch.plan(texts, false);
      for (int i = 0; i < batches.size(); i++) {
        TokenBatch batch = batches.get(i);
        assertTrue(batch.count() * batch.width() <= 384, which);
        assertTrue(
            i == batches.size() - 1 || (batch.count() + 1) * batch.width() > 384,
            which + ": there was room for another text");
        for (int row = 0; row < batch.count(); row++) {
          assertSame(texts.get(batch.rows().get(row)), batch.texts().get(row), which);
        }
      }
      assertEquals(
          IntStream.range(0, 200).boxed().toList(),
          joined(rows(texts, false)).stream().sorted().toList(),
          which);
    }
  }

  @Test
  void anEightBitModelTakesOneTextACall() {
    assertEquals(
        List.of(List.of(1), List.of(0), List.of(2), List.of(3)), rows(texts(2, 7, 2, 2), true));
  }
}
