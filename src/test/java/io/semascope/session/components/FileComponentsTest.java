package io.semascope.session.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.CorpusUnreadable;
import io.semascope.corpus.ExportFailed;
import io.semascope.corpus.NpyFile;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.variance.ComponentsOutOfRange;
import io.semascope.projection.variance.PrincipalComponents;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileComponentsTest {
  private static final long SEED = 48;
  private static final long PLENTY = 1L << 40;

  @TempDir private Path folder = Path.of("");

  /// Directions of very different variance, away from the origin, and parts whose means differ.
  private Path file(int count, int dimension, int brokenRow) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      float[] values = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        values[i] = (float) (random.nextGaussian() / (1 + i) + 3 + row / (double) count);
      }
      rows.add(values);
    }
    if (brokenRow >= 0) {
      rows.get(brokenRow)[1] = Float.NaN;
    }
    Path file = folder.resolve("vectors.npy");
    NpyFile.write(file, VectorBlock.copyOf(rows, dimension), Cancellation.never());
    return file;
  }

  @Test
  void partsGiveWhatTheWholeGives() {
    Path file = file(1003, 19, -1);
    FileComponents whole = FileComponents.of(file, false, PLENTY, Cancellation.never());
    FileComponents parts = FileComponents.of(file, true, PLENTY, Cancellation.never());
    assertEquals(1, whole.parts());
    assertEquals(5, parts.parts(), "250 rows at once and the last three");
    assertTrue(parts.partBytes() <= whole.partBytes() / 4);
    assertEquals(1003, parts.shares().rows());
    double total = whole.shares().totalVariance();
    assertEquals(total, parts.shares().totalVariance(), 1e-12 * total);
    for (int rank = 0; rank < 19; rank++) {
      double expected = whole.shares().variances().get(rank);
      assertEquals(
          expected,
          parts.shares().variances().get(rank),
          1e-12 * total,
          "seed " + SEED + " at " + rank);
    }
  }

  @Test
  void whatIsLargeBesideTheMemoryIsReadInParts() {
    Path file = file(200, 10, -1);
    long bytes = 200 * 10 * Float.BYTES;
    assertEquals(1, FileComponents.of(file, false, 4 * bytes, Cancellation.never()).parts());
    assertEquals(4, FileComponents.of(file, false, 4 * bytes - 4, Cancellation.never()).parts());
  }

  @Test
  void rowsArePutOnComponentsInPartsAsInMemory() {
    Path file = file(1003, 19, -1);
    Path target = folder.resolve("small.npy");
    FileComponents.Wish wish = new FileComponents.Wish(file, true, 7, target);
    FileComponents told = FileComponents.write(wish, PLENTY, Cancellation.never());
    assertEquals(5, told.parts());
    VectorBlock whole = NpyFile.read(file, Cancellation.never()).vectors();
    VectorBlock expected =
        PrincipalComponents.of(whole, Cancellation.never()).project(whole, 7, Cancellation.never());
    VectorBlock written = NpyFile.read(target, Cancellation.never()).vectors();
    assertEquals(1003, written.count());
    assertEquals(7, written.dimension());
    for (int row = 0; row < 1003; row++) {
      for (int rank = 0; rank < 7; rank++) {
        assertEquals(
            expected.get(row, rank),
            written.get(row, rank),
            1e-5,
            "seed " + SEED + ", row " + row + ", component " + rank);
      }
    }
  }

  @Test
  void aStoppedRunLeavesNoHalfFileAndTheOlderOneAsItWas() throws IOException {
    Path file = file(400, 6, -1);
    Path target = folder.resolve("small.npy");
    FileComponents.Wish wish = new FileComponents.Wish(file, true, 2, target);
    Files.writeString(target, "older");
    Cancellation stop = new Cancellation();
    stop.request();
    assertThrows(JobCancelled.class, () -> FileComponents.write(wish, PLENTY, stop));
    assertEquals("older", Files.readString(target));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "the vectors and the older file");
    }
  }

  private String refused(int rows, int kept) {
    Path file = file(rows, 6, -1);
    FileComponents.Wish wish =
        new FileComponents.Wish(file, true, kept, folder.resolve("small.npy"));
    return assertThrows(
            ComponentsOutOfRange.class,
            () -> FileComponents.write(wish, PLENTY, Cancellation.never()))
        .report()
        .toString();
  }

  /// Beyond one fewer than there are rows, every column would be zero.
  @Test
  void noEmptyColumnIsWritten() {
    String few = refused(5, 5);
    assertTrue(few.contains("5 vectors vary along no more than 4 directions"), few);
    assertTrue(few.contains("Choose a number from 1 to 4."), few);
    String one = refused(1, 1);
    assertTrue(one.contains("Take more vectors."), one);
    FileComponents.Wish most =
        new FileComponents.Wish(file(5, 6, -1), true, 4, folder.resolve("small.npy"));
    FileComponents told = FileComponents.write(most, PLENTY, Cancellation.never());
    assertEquals(4, told.shares().most());
    assertTrue(told.shares().share(3) > 0);
  }

  @Test
  void noFileTakesThePlaceOfItsOwnVectorsAndNoneHasMoreComponentsThanThere() {
    Path file = file(40, 6, -1);
    assertThrows(
        ExportFailed.class,
        () ->
            FileComponents.write(
                new FileComponents.Wish(file, true, 2, folder.resolve("./vectors.npy")),
                PLENTY,
                Cancellation.never()));
    Path target = folder.resolve("small.npy");
    for (int kept : new int[] {0, 7}) {
      assertThrows(
          ComponentsOutOfRange.class,
          () ->
              FileComponents.write(
                  new FileComponents.Wish(file, true, kept, target), PLENTY, Cancellation.never()));
    }
    assertFalse(Files.exists(target));
  }

  @Test
  void aBadRowOfALaterPartIsNamedAsTheFileCountsIt() {
    Path file = file(400, 6, 333);
    CorpusUnreadable refusal =
        assertThrows(
            CorpusUnreadable.class,
            () -> FileComponents.of(file, true, PLENTY, Cancellation.never()));
    assertTrue(refusal.report().why().contains("333"), refusal.report().why());
  }
}
