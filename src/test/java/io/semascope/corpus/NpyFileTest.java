package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.vector.DenseVector;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against files numpy 1.24 wrote; `make_npy.py` beside them made them.
class NpyFileTest {
  private static final List<float[]> ROWS =
      List.of(new float[] {0.5f, -1.25f, 3}, new float[] {1e-7f, 2.5e10f, -0.0f});

  @TempDir Path folder;

  @Test
  void whatNumpyWroteIsRead() throws IOException {
    for (String name : List.of("float32.npy", "version2.npy")) {
      NpyFile.Contents contents = read(golden(name));
      assertRows(contents.vectors());
      assertEquals(List.of(), contents.notes());
    }
  }

  @Test
  void float64IsRoundedAndSaid() throws IOException {
    NpyFile.Contents contents = read(golden("float64.npy"));
    assertRows(contents.vectors());
    assertEquals(
        List.of("The values of “float64.npy” were rounded from float64 to float32."),
        contents.notes());
  }

  @Test
  void whatIsWrittenIsWhatNumpyWrites() throws IOException {
    Path file = folder.resolve("written.npy");
    NpyFile.write(file, VectorBlock.copyOf(ROWS, 3), Cancellation.never());
    assertArrayEquals(Files.readAllBytes(golden("float32.npy")), Files.readAllBytes(file));
  }

  @Test
  void oneThatIsStoppedLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("written.npy");
    Files.writeString(file, "older");
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    assertThrows(
        JobCancelled.class, () -> NpyFile.write(file, VectorBlock.copyOf(ROWS, 3), cancellation));
    assertEquals("older", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "no draft stays");
    }
  }

  @Test
  void partsMakeTheSameFileAsTheWhole() throws IOException {
    VectorBlock whole = VectorBlock.copyOf(ROWS, 3);
    Path file = folder.resolve("whole.npy");
    NpyFile.write(file, whole, Cancellation.never());
    Path parts = folder.resolve("parts.npy");
    NpyFile.writeInParts(
        parts,
        2,
        3,
        receiver -> ROWS.forEach(row -> receiver.accept(VectorBlock.copyOf(List.of(row), 3))));
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(parts));
    assertEquals(2, NpyFile.rows(parts));
  }

  /// Stopped after more than a buffer of it is on the disk, and one row short.
  @Test
  void partsThatComeToNoEndLeaveTheOlderFileAndNoOther() throws IOException {
    Path file = folder.resolve("older.npy");
    Files.writeString(file, "older");
    VectorBlock part = VectorBlock.copyOf(Collections.nCopies(100_000, ROWS.getFirst()), 3);
    assertThrows(
        JobCancelled.class,
        () ->
            NpyFile.writeInParts(
                file,
                200_000,
                3,
                receiver -> {
                  receiver.accept(part);
                  throw new JobCancelled();
                }));
    ExportFailed failed =
        assertThrows(
            ExportFailed.class,
            () -> NpyFile.writeInParts(file, 100_001, 3, receiver -> receiver.accept(part)));
    assertTrue(failed.report().why().contains("100,000 rows came where 100,001"));
    assertEquals("older", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aLargeBlockComesBack() {
    Random random = new Random(7);
    float[][] rows = new float[3000][257];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextFloat() - 0.5f;
      }
    }
    VectorBlock block = VectorBlock.copyOf(List.of(rows), 257);
    Path file = folder.resolve("large.npy");
    NpyFile.write(file, block, Cancellation.never());
    assertEquals(-1, block.segment().mismatch(read(file).vectors().segment()));
  }

  @Test
  void whatCannotBeUsedIsRefusedWithTheReason() throws IOException {
    Map<String, String> reasons =
        Map.of(
            "fortran.npy", "Its values stand in Fortran order, column by column.",
            "one_axis.npy", "Its shape is (3), not rows × dimensions.",
            "integers.npy", "Its values are of type “<i4”; “<f4” and “<f8” can be read.",
            "nan.npy", "Row 1 has NaN in dimension 1 as float32.",
            "overflow.npy", "Row 1 has Infinity in dimension 1 as float32.",
            "zero.npy", "Row 1 has only zeros, so it points nowhere.");
    for (var reason : reasons.entrySet()) {
      assertEquals(reason.getValue(), refusal(golden(reason.getKey())), reason.getKey());
    }
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    byte[] sound = Files.readAllBytes(golden("float32.npy"));
    assertTrue(refusal(write(Arrays.copyOf(sound, sound.length - 1))).contains("23 bytes follow"));
    assertTrue(refusal(write(Arrays.copyOf(sound, sound.length + 4))).contains("28 bytes follow"));
    for (int length = 0; length < 128; length++) {
      refusal(write(Arrays.copyOf(sound, length)));
    }
    String header = new String(sound, StandardCharsets.ISO_8859_1);
    for (String shape :
        List.of(
            "(0, 3)",
            "(9999999999, 3)",
            "(2147483647, 999)",
            "(2147483647, 2147483647)",
            "(65536, 65536)",
            "(1073741824, 4)",
            "(1431655766, 3)",
            "(-2, 3)",
            "(2)")) {
      String changed = header.replace("(2, 3)", shape);
      refusal(write(changed.getBytes(StandardCharsets.ISO_8859_1)));
    }
  }

  @Test
  void aDamagedHeaderIsRefusedOrChangesNothing() throws IOException {
    byte[] sound = Files.readAllBytes(golden("float32.npy"));
    int refused = 0;
    for (int i = 0; i < 128; i++) {
      byte[] flipped = sound.clone();
      flipped[i] ^= (byte) 0x55;
      Path file = write(flipped);
      try {
        assertRows(read(file).vectors());
      } catch (CorpusUnreadable e) {
        refused++;
      }
    }
    assertTrue(refused > 40, refused + " of 128 damaged headers were refused");
  }

  private static NpyFile.Contents read(Path file) {
    return NpyFile.read(file, Cancellation.never());
  }

  private static String refusal(Path file) {
    return assertThrows(CorpusUnreadable.class, () -> read(file)).report().why();
  }

  private static void assertRows(VectorBlock block) {
    assertEquals(2, block.count());
    for (int row = 0; row < 2; row++) {
      assertEquals(DenseVector.of(ROWS.get(row)), block.row(row));
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("damaged.npy"), bytes);
  }

  private Path golden(String name) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(NpyFileTest.class.getResourceAsStream(name), name)) {
      return Files.write(folder.resolve(name), bytes.readAllBytes());
    }
  }
}
