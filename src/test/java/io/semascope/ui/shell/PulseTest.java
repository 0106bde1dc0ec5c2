package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.NpyFile;
import io.semascope.corpus.PastedText;
import io.semascope.job.Cancellation;
import io.semascope.job.Job;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.session.ImportReport;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.text.Granularity;
import io.semascope.ui.MeasuredLine;
import io.semascope.ui.PulseProbe;
import io.semascope.ui.PulseProbe.Pulse;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pulse of the window while engines run: a t-SNE of many points with a real import beside it. Prints what it measures.
@Tag("model")
final class PulseTest {
  private static final int DIMENSION = 384;
  private static final int GROUPS = 20;
  private static final int SENTENCES = 10;
  private static final int SENTENCE_SPACE = 16;
  private static final int MANY = 50_000;
  private static final int FEW = 500;

  /// So many iterations that no run comes to its end while it is watched.
  private static final Tsne ENDLESS =
      new Tsne(30, 42, Tsne.Engine.AUTOMATIC, 250, 100_000_000, 12, 0);

  private static final int PICTURES = 120;

  /// Not measured: the code that draws is compiled meanwhile, in the window with few points as in the other.
  private static final int WARMING_PICTURES = 60;

  private static final int IDLE_PULSES = 120;

  /// Far more than are embedded while the pictures are counted.
  private static final int IMPORTED = 20_000;

  @TempDir private Path folder = Path.of("");

  /// A run of few points is shown no more than thirty times a second, however fast it moves. And nothing on the FX thread grows with the number of points: a picture of a hundred times as many costs it about the same, and so does a pulse. Three times is left
  /// for a noisy machine. That finds an object made for every point; what costs less is found by `MillionPointsTest`.
  @Test
  void aRunningLayoutOfManyPointsBesideAnImportLeavesTheWindowItsPulse() throws IOException {
    Measured few = measure(FEW);
    Measured many = measure(MANY);
    new MeasuredLine("pulse beside a t-SNE and an import")
        .with("points", MANY)
        .with("dimension", DIMENSION)
        .with("pictures", many.pictures())
        .with("picturesPerSecond", many.pictures() / many.seconds())
        .with("textsEmbeddedPerSecondMeanwhile", many.embedded() / many.seconds())
        .withPulses("busy", many.busy())
        .with("busyWorkPerPictureMedianMillis", many.workPerPicture())
        .withPulses("idle", many.idle())
        .with("fewPoints", FEW)
        .with("fewPicturesPerSecond", few.pictures() / few.seconds())
        .withPulses("few", few.busy())
        .with("fewWorkPerPictureMedianMillis", few.workPerPicture())
        .print();
    assertTrue(
        few.pictures() <= 3 + 30 * few.seconds(),
        () -> few.pictures() + " pictures in " + few.seconds() + " seconds");
    assertAboutTheSame("picture", few.workPerPicture(), many.workPerPicture());
    assertAboutTheSame("pulse", few.workPerPulse(), many.workPerPulse());
  }

  private static void assertAboutTheSame(String turn, double few, double many) {
    assertTrue(
        many <= 3 * few,
        () ->
            "a %s beside %,d points costs the FX thread %.2f ms, beside %,d points %.2f ms"
                .formatted(turn, MANY, many, FEW, few));
  }

  /// The pulses of a window.
  ///
  /// @param idle before anything ran
  /// @param busy from the first of some pictures of a running t-SNE to the last
  /// @param embedded texts of the import that were stored meanwhile
  private record Measured(List<Pulse> idle, List<Pulse> busy, int embedded) {
    long pictures() {
      return busy.stream().filter(Pulse::picture).count();
    }

    double seconds() {
      return busy.stream().mapToDouble(Pulse::gapMillis).sum() / 1e3;
    }

    double workPerPicture() {
      return PulseProbe.workPerPicture(busy);
    }

    double workPerPulse() {
      return busy.stream().mapToDouble(Pulse::workMillis).average().orElseThrow();
    }
  }

  private Measured measure(int points) throws IOException {
    Path own = Files.createDirectory(folder.resolve("of-" + points));
    Session session = RealSession.in(own);
    session.openOrCreateWorkspace(own.resolve("work.semascope")).await();
    Path vectors = own.resolve("vectors.npy");
    Path units = own.resolve("units.tsv");
    NpyFile.write(vectors, groups(points), Cancellation.never());
    Files.write(units, table(points));
    session.importVectors(vectors, units).await();
    session.startLayout(new Pca()).await();
    try (ShownWindow window = ShownWindow.of(session)) {
      window.awaitRest();
      List<Pulse> idle = PulseProbe.next(IDLE_PULSES);
      Job<Optional<Projection>> warming = session.startLayout(ENDLESS);
      Supplier<Object> facts = () -> ((Label) window.find("layout-facts")).getText();
      PulseProbe.untilShown(WARMING_PICTURES, facts);
      // Reading, cutting and loading the model are not what is measured, and take several times as
      // long beside a run that moves.
      session.pauseLayout();
      assertEquals(Optional.empty(), warming.await(), "it is paused");
      Job<ImportReport> importing = startImport(session);
      RealSession.awaitEmbedding(importing);
      Job<Optional<Projection>> layout = session.resumeLayout();
      int before = RealSession.embedded(importing);
      List<Pulse> busy = new ArrayList<>();
      int after = before;
      while (after == before) {
        busy.addAll(PulseProbe.untilShown(PICTURES, facts));
        after = RealSession.embedded(importing);
      }
      assertFalse(importing.status().ended(), () -> "the import ended: " + importing.status());
      assertFalse(layout.status().ended(), () -> "the t-SNE ended: " + layout.status());
      return new Measured(idle, busy, after - before);
    }
  }

  /// Rows around as many centres as there are groups.
  private static VectorBlock groups(int count) {
    SplittableRandom random = new SplittableRandom(11);
    float[][] centres = new float[GROUPS][DIMENSION];
    for (float[] centre : centres) {
      fill(centre, random, new float[DIMENSION]);
    }
    List<float[]> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      float[] vector = new float[DIMENSION];
      fill(vector, random, centres[row % GROUPS]);
      rows.add(vector);
    }
    return VectorBlock.copyOf(rows, DIMENSION);
  }

  private static void fill(float[] target, SplittableRandom random, float[] centre) {
    for (int i = 0; i < DIMENSION; i++) {
      target[i] = centre[i] + (float) random.nextGaussian() * 0.4f;
    }
  }

  /// Sentences of a few long documents, so that the import beside them has little to cut.
  private static List<String> table(int count) {
    List<String> lines = new ArrayList<>(count + 1);
    lines.add("id\ttext\tlabel\tcategory\tdocument\tstart\tend\tgranularity");
    for (int row = 0; row < count; row++) {
      String document = "d" + row / SENTENCES;
      int start = row % SENTENCES * SENTENCE_SPACE;
      String text = "sentence %06d".formatted(row);
      lines.add(
          "%s.%d\t%s\t%s\tgroup %d\t%s\t%d\t%d\tsentence"
              .formatted(
                  document,
                  row,
                  text,
                  document,
                  row / SENTENCES % GROUPS,
                  document,
                  start,
                  start + text.length()));
    }
    return lines;
  }

  private static Job<ImportReport> startImport(Session session) {
    return session.importPasted(
        String.join("\n", RealSession.texts(0, IMPORTED)),
        PastedText.Split.LINES,
        ModelChoice.standard(),
        new Granularity.WholeDocument());
  }
}
