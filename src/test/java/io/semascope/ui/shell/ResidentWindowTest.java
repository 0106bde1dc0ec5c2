package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.semascope.corpus.NpyFile;
import io.semascope.job.Cancellation;
import io.semascope.job.ChildProgram;
import io.semascope.session.Session;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The memory that a window keeps resident beside a t-SNE, in a JVM of its own with the flags of `app/java.args`. Prints it: of the workspace that the property
/// `semascope.measured.workspace` names, of a small one without it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "no other system tells how much was resident")
final class ResidentWindowTest {
  private static final int FEW = 2_000;
  private static final int DIMENSION = 16;

  @TempDir private Path folder = Path.of("");

  /// Not how much it is, which is for the page of performance, but that it is measured while points move, in megabytes, and all of the process.
  @Test
  void theWholeProcessIsMeasuredWhilePointsMove() throws Exception {
    Optional<Path> given =
        Optional.ofNullable(System.getProperty("semascope.measured.workspace")).map(Path::of);
    JsonObject measured = measure(given.isPresent() ? given.orElseThrow() : smallWorkspace());
    if (given.isEmpty()) {
      assertEquals(FEW, measured.get("points").getAsInt());
    }
    assertTrue(measured.get("movingSamples").getAsInt() > 0, measured.toString());
    double heap = measured.get("movingHeapMedianMegabytes").getAsDouble();
    assertTrue(heap > 10, measured.toString());
    assertTrue(measured.get("movingMedianMegabytes").getAsDouble() > heap, measured.toString());
    assertTrue(measured.get("openedMegabytes").getAsDouble() > heap / 2, measured.toString());
  }

  private JsonObject measure(Path workspace) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int code =
        ChildProgram.with(
                options(),
                System.getProperty("java.class.path"),
                ResidentWindow.class.getName(),
                List.of(workspace.toString(), folder.toString()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, Files.readString(err));
    try (Stream<String> lines = Files.lines(out)) {
      String line = lines.filter(one -> one.startsWith("{\"measured\":")).findFirst().orElseThrow();
      System.out.println("\n" + line);
      return JsonParser.parseString(line).getAsJsonObject();
    }
  }

  /// Those of the launchers, and a screen in memory.
  private static List<String> options() {
    Path base = Path.of(System.getProperty("semascope.basedir"));
    return List.of(
        "@" + base.resolve("app").resolve("java.args"),
        "--module-path",
        System.getProperty("semascope.javafx"),
        "--add-modules",
        "javafx.controls",
        "--enable-native-access=javafx.graphics",
        "-Dglass.platform=Headless",
        "-Dprism.order=sw",
        "-Dsemascope.cache=" + System.getProperty("semascope.cache"));
  }

  private Path smallWorkspace() throws IOException {
    Random random = new Random(7);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < FEW; row++) {
      float[] vector = new float[DIMENSION];
      for (int i = 0; i < DIMENSION; i++) {
        vector[i] = (float) random.nextGaussian();
      }
      rows.add(vector);
    }
    Path vectors = folder.resolve("vectors.npy");
    Path units = folder.resolve("units.tsv");
    NpyFile.write(vectors, VectorBlock.copyOf(rows, DIMENSION), Cancellation.never());
    Files.write(
        units,
        Stream.concat(
                Stream.of("id\ttext\tlabel\tcategory\tdocument\tstart\tend\tgranularity"),
                IntStream.range(0, FEW).mapToObj(ResidentWindowTest::unit))
            .toList());
    Path workspace = folder.resolve("work.semascope");
    try (Session session = RealSession.in(folder)) {
      session.openOrCreateWorkspace(workspace).await();
      session.importVectors(vectors, units).await();
    }
    return workspace;
  }

  private static String unit(int row) {
    String text = "sentence %06d".formatted(row);
    return "%1$d\t%2$s\t%1$d\tgroup\td%1$d\t0\t%3$d\tsentence".formatted(row, text, text.length());
  }
}
