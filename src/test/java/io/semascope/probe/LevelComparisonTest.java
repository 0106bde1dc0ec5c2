package io.semascope.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.semascope.probe.LevelComparison.LevelRow;
import io.semascope.probe.LevelComparison.Query;
import io.semascope.space.SpaceMismatch;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelComparisonTest {
  private static final Granularity DOCUMENT = new Granularity.WholeDocument();
  private static final Granularity SENTENCE = new Granularity.Sentence();
  private static final Granularity WORD = new Granularity.Word();
  private static final Granularity WINDOW = new Granularity.TokenWindow(8, 0);

  private static final Chunk WHOLE = Spaces.chunk("d", DOCUMENT, new Span(0, 40));
  private static final Chunk FIRST = Spaces.chunk("d#s1", SENTENCE, new Span(0, 20));
  private static final Chunk SECOND = Spaces.chunk("d#s2", SENTENCE, new Span(20, 40));
  private static final Chunk WORD_ONE = Spaces.chunk("d#w1", WORD, new Span(0, 5));
  private static final Chunk WINDOW_ONE = Spaces.chunk("d#w1", WINDOW, new Span(0, 20));
  private static final Chunk STRANGER = Spaces.chunk("e#s1", SENTENCE, new Span(0, 9));

  private static final Query EAST = new Query(Spaces.ORIGIN, DenseVector.of(2, 0));

  private final VectorSpace documents = Spaces.space(List.of(WHOLE), new float[] {1, 1});
  private final VectorSpace sentences =
      Spaces.space(
          List.of(FIRST, STRANGER, SECOND, new TypedText("t", "typed"), WHOLE),
          new float[] {3, 0},
          new float[] {1, 0},
          new float[] {0, 2},
          new float[] {1, 0},
          new float[] {1, 1});

  @Test
  void allLevelsOfOneDocumentStandInOneListBestFirst() {
    LevelComparison comparison = LevelComparison.of(List.of(documents, sentences), "d", EAST);
    assertEquals(
        List.of(FIRST, WHOLE, SECOND), comparison.rows().stream().map(LevelRow::chunk).toList());
    assertEquals(1, comparison.rows().get(0).cosine(), 1e-12);
    assertEquals(Math.sqrt(0.5), comparison.rows().get(1).cosine(), 1e-12);
    assertEquals(0, comparison.rows().get(2).cosine(), 1e-12);
    assertEquals(Optional.of(FIRST), comparison.best(SENTENCE).map(LevelRow::chunk));
    assertEquals(Optional.of(WHOLE), comparison.best(DOCUMENT).map(LevelRow::chunk));
    assertEquals(Optional.empty(), comparison.best(WORD));
  }

  @Test
  void equalCosinesComeByPlaceThenTheLongerPiece() {
    VectorSpace words = Spaces.space(List.of(WORD_ONE), new float[] {1, 0});
    VectorSpace windows = Spaces.space(List.of(WINDOW_ONE), new float[] {1, 0});
    VectorSpace whole =
        Spaces.space(List.of(SECOND, WHOLE), new float[] {1, 0}, new float[] {1, 0});
    assertEquals(
        List.of(WHOLE, WINDOW_ONE, WORD_ONE, SECOND),
        LevelComparison.of(List.of(words, windows, whole), "d", EAST).rows().stream()
            .map(LevelRow::chunk)
            .toList());
  }

  @Test
  void otherFingerprintsAreRefused() {
    VectorSpace foreign =
        new VectorSpace(Spaces.OTHER_ORIGIN, List.of(WHOLE), Spaces.block(new float[] {1, 0}), 0);
    assertThrows(
        SpaceMismatch.class, () -> LevelComparison.of(List.of(documents, foreign), "d", EAST));
  }

  @Test
  void piecesWithoutDirectionAreListedApart() {
    VectorSpace space = Spaces.space(List.of(WHOLE, FIRST), new float[] {0, 0}, new float[] {1, 0});
    LevelComparison comparison = LevelComparison.of(List.of(space), "d", EAST);
    assertEquals(List.of(FIRST), comparison.rows().stream().map(LevelRow::chunk).toList());
    assertEquals(List.of(WHOLE), comparison.withoutCosine());
  }

  @Test
  void aQueryWithoutDirectionIsRefusedAndAnUnknownDocumentHasNoRows() {
    Query zero = new Query(Spaces.ORIGIN, DenseVector.of(0, 0));
    assertThrows(CosineUndefined.class, () -> LevelComparison.of(List.of(documents), "d", zero));
    assertEquals(List.of(), LevelComparison.of(List.of(documents), "nobody", EAST).rows());
  }
}
