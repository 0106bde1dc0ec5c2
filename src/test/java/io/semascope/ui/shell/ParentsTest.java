package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import io.semascope.ui.PanelSamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParentsTest {
  private static final long SEED = 12;
  private static final Granularity COARSE = new Granularity.Paragraph();
  private static final Granularity FINE = new Granularity.Sentence();

  private static Chunk chunk(String document, Granularity granularity, int number, Span span) {
    String letter = granularity.equals(COARSE) ? "p" : "s";
    String id = document + "#" + letter + number;
    return new Chunk(id, document, granularity, span, "x".repeat(span.length()));
  }

  private static VectorSpace space(List<TextUnit> units) {
    return new VectorSpace(PanelSamples.MADE, units, PanelSamples.vectors(units.size()), 1);
  }

  /// Pieces of any order that overlap, nest and leave gaps, against looking at every one of them.
  @Test
  void findsTheFirstPieceThatHoldsTheWhole() {
    Random random = new Random(SEED);
    int found = 0;
    for (int round = 0; round < 60; round++) {
      List<TextUnit> units = new ArrayList<>();
      List<Chunk> coarse = new ArrayList<>();
      for (String document : List.of("a", "b")) {
        for (int i = 1; i <= 6; i++) {
          coarse.add(chunk(document, COARSE, i, span(random, 30)));
        }
      }
      units.addAll(coarse);
      for (int i = 1; i <= 12; i++) {
        units.add(chunk(i % 2 == 0 ? "a" : "b", FINE, i, span(random, 8)));
      }
      Parents parents = Parents.in(space(units));
      for (TextUnit unit : units) {
        String expected = slowly(coarse, (Chunk) unit);
        assertEquals(expected, parents.of(unit), () -> unit + " of " + coarse + ", seed " + SEED);
        found += expected.isEmpty() ? 0 : 1;
      }
    }
    assertTrue(found > 100, "only " + found + " have a parent");
  }

  private static Span span(Random random, int longest) {
    int start = random.nextInt(60);
    return new Span(start, start + 1 + random.nextInt(longest));
  }

  private static String slowly(List<Chunk> coarse, Chunk fine) {
    if (fine.granularity().equals(COARSE)) {
      return "";
    }
    return coarse.stream()
        .filter(piece -> piece.documentId().equals(fine.documentId()))
        .sorted(Comparator.comparingInt(piece -> piece.span().start()))
        .filter(piece -> piece.span().contains(fine.span()))
        .findFirst()
        .map(Chunk::id)
        .orElse("");
  }

  @Test
  void oneLevelAndTypedTextsHaveNone() {
    Chunk paragraph = chunk("a", COARSE, 1, new Span(0, 20));
    Chunk sentence = chunk("a", FINE, 1, new Span(0, 5));
    TypedText typed = new TypedText("t1", "typed");
    Parents two = Parents.in(space(List.of(paragraph, sentence, typed)));
    assertEquals("a#p1", two.of(sentence));
    assertEquals("", two.of(paragraph));
    assertEquals("", two.of(typed));
    assertEquals("", Parents.in(space(List.of(sentence))).of(sentence));
  }
}
