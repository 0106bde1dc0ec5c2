package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.NpyFile;
import io.semascope.corpus.ReadOptions;
import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.session.ImportReport;
import io.semascope.session.ImportRequest;
import io.semascope.session.ModelChoice;
import io.semascope.session.Session;
import io.semascope.session.TestSession;
import io.semascope.text.Granularity;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PulseProbe;
import io.semascope.ui.theme.Theme;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pulse of the window while engines run: a t-SNE of many points with an import beside it. Prints what it measures.
@SuppressWarnings("NullAway.Init")
final class PulseTest {
  private static final int DIMENSION = 16;
  private static final int GROUPS = 20;
  private static final int SENTENCES = 10;
  private static final int SENTENCE_SPACE = 16;
  private static final int MANY = 50_000;
  private static final int FEW = 500;

  /// So many iterations that no run comes to its end while it is watched.
  private static final Tsne ENDLESS =
      new Tsne(30, 42, Tsne.Engine.AUTOMATIC, 250, 100_000_000, 12, 0);

  private static final int PICTURES = 24;

  /// More than are embedded while the pictures are counted: each lets a batch through, which holds 32,768 characters.
  private static final int IMPORTED = 5_000;

  /// Longer than the documents of the vectors, so that these texts are embedded first.
  private static final String IMPORTED_TEXT = "a text that is imported ".repeat(8);

  @TempDir private Path folder = Path.of("");
  private PacedModel.Pace pace;
  private Session session;
  private Workbench bench;
  private Stage stage;

  /// Nothing on the FX thread grows with the number of points: a picture of a hundred times as many costs it about the same. Three times is left for the
  /// labels and for a noisy machine; work on every point would cost far more.
  @Test
  void aRunningLayoutOfManyPointsBesideAnImportLeavesTheWindowItsPulse() throws IOException {
    double few = PulseProbe.workPerPicture(pulses(FEW));
    double many = PulseProbe.workPerPicture(pulses(MANY));
    assertTrue(
        many <= 3 * few,
        () ->
            "a picture of %,d points costs the FX thread %.2f ms, one of %,d points %.2f ms"
                .formatted(MANY, many, FEW, few));
  }

  private List<PulseProbe.Pulse> pulses(int points) throws IOException {
    open(points);
    try {
      List<PulseProbe.Pulse> idle = PulseProbe.next(PICTURES);
      Job<Optional<Projection>> layout = session.startLayout(ENDLESS);
      PulseProbe.untilShown(1, this::facts);
      Job<ImportReport> importing = startImport(points);
      pace.awaitBegin();
      List<PulseProbe.Pulse> pulses = PulseProbe.untilShown(PICTURES, new Shown());
      assertFalse(importing.status().ended(), () -> "the import ended: " + importing.status());
      assertFalse(layout.status().ended(), () -> "the t-SNE ended: " + layout.status());
      long stored = stored(importing);
      System.out.printf(
          "t-SNE of %,d points, an import that stored %,d texts beside it: %s%nthe same window"
              + " before them: %s%n",
          points, stored, PulseProbe.described(pulses), PulseProbe.described(idle));
      assertTrue(stored >= 1_000, "the import stood still");
      return pulses;
    } finally {
      close();
    }
  }

  /// What the window says about the running layout; at every picture the import may go on.
  private final class Shown implements java.util.function.Supplier<Object> {
    private String before = facts();

    @Override
    public Object get() {
      String now = facts();
      if (!now.equals(before)) {
        pace.letOneBatchThrough();
      }
      before = now;
      return now;
    }
  }

  private void open(int points) throws IOException {
    FxToolkit.start();
    Path own = Files.createDirectory(folder.resolve("of-" + points));
    pace = new PacedModel.Pace();
    session = TestSession.with(own, (id, dimension, context) -> new PacedModel(id, pace));
    session.openOrCreateWorkspace(own.resolve("work.semascope")).await();
    Path vectors = own.resolve("vectors.npy");
    Path units = own.resolve("units.tsv");
    NpyFile.write(vectors, groups(points));
    Files.write(units, table(points));
    session.importVectors(vectors, units).await();
    session.startLayout(new Pca()).await();
    FxToolkit.run(
        () -> {
          bench = new Workbench(session, new NoFileChoice(), Theme.LIGHT);
          stage = new Stage();
          stage.setScene(new Scene(bench.root(), 980, 700));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          bench.showOpened(List.of(), "");
        });
  }

  private void close() {
    FxToolkit.run(
        () -> {
          stage.close();
          bench.close();
        });
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

  private Job<ImportReport> startImport(int points) throws IOException {
    Path file = folder.resolve("of-" + points).resolve("texts.csv");
    List<String> lines = new ArrayList<>(List.of("id,text"));
    IntStream.range(0, IMPORTED).forEach(i -> lines.add("t" + i + "," + IMPORTED_TEXT + i));
    Files.write(file, lines);
    return session.importCorpus(
        new ImportRequest(
            List.of(file),
            ReadOptions.standard(),
            ModelChoice.standard(),
            new Granularity.WholeDocument()));
  }

  private static long stored(Job<?> importing) {
    return importing.status() instanceof JobStatus.Running running ? running.progress().done() : 0;
  }

  private String facts() {
    return ((Label) bench.root().lookup("#layout-facts")).getText();
  }
}
