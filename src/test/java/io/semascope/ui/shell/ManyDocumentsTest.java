package io.semascope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.NpyFile;
import io.semascope.job.Cancellation;
import io.semascope.projection.Pca;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.space.VectorSpace;
import io.semascope.text.Document;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PulseProbe;
import io.semascope.ui.theme.Theme;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What a window of a hundred thousand documents costs the FX thread: no more than one of a few. Prints what it measures.
@SuppressWarnings("NullAway.Init")
final class ManyDocumentsTest {
  private static final int MANY = 100_000;

  /// More than are ever tried for a label.
  private static final int FEW = 2_000;

  private static final int TIMES = 24;
  private static final String SHOW = "show";
  private static final double HALF_A_PULSE_MILLIS = 8;

  @TempDir private Path folder = Path.of("");
  private Session session;
  private Workbench bench;
  private Stage stage;

  /// The thread's own processor time, the least of many, so that what the machine does besides counts little; two times is left for longer numbers. Documents
  /// near the top are selected, because to scroll to a row the toolkit's list walks over all above it; to show a state it
  /// takes some milliseconds for its own list of so many rows, for which half a pulse is left.
  @Test
  void nothingCostsTheFxThreadMoreForMoreDocuments() throws Exception {
    Map<String, Double> few = costs(FEW);
    Map<String, Double> many = costs(MANY);
    List<Executable> checks = new ArrayList<>();
    many.forEach(
        (what, millis) -> {
          double least = few.getOrDefault(what, 0.0);
          System.out.printf(
              "%s: FX thread's own work, at least %.2f ms with %,d documents, %.2f ms with %,d%n",
              what, millis, MANY, least, FEW);
          double most = 2 * least + (what.equals(SHOW) ? HALF_A_PULSE_MILLIS : 0);
          checks.add(() -> assertTrue(millis <= most, what + ": " + millis + ", " + least));
        });
    assertAll(checks);
  }

  private Map<String, Double> costs(int documents) throws Exception {
    open(documents);
    try {
      Map<String, Double> costs = new LinkedHashMap<>();
      costs.put("warming up", cost(time -> select(2 + time)));
      costs.put("select in the open drawer", cost(time -> select(30 + time)));
      FxToolkit.run(bench::toggleDrawer);
      costs.put("select", cost(time -> select(60 + time)));
      FxToolkit.run(bench::toggleDrawer);
      costs.put(
          "find a document",
          dearer(time -> type("document-search", "9"), time -> type("document-search", "99")));
      FxToolkit.run(() -> type("document-search", ""));
      StatePreparer preparer = new StatePreparer();
      StatePreparer.Prepared[] states = {
        preparer.prepare(session.state()), preparer.prepare(changed())
      };
      costs.put(SHOW, dearer(time -> bench.show(states[0]), time -> bench.show(states[1])));
      costs.remove("warming up");
      assertEquals(
          "%,d".formatted(documents),
          FxToolkit.call(() -> ((Label) bench.root().lookup("#unit-count")).getText()));
      return costs;
    } finally {
      FxToolkit.run(
          () -> {
            stage.close();
            bench.close();
          });
    }
  }

  /// The state after another import of the last document: read anew from the workspace, so no part of it is shared.
  private SessionState changed() {
    SessionState state = session.state();
    VectorSpace space = state.space().orElseThrow();
    Map<String, Document> documents = new LinkedHashMap<>(state.documents());
    documents.computeIfPresent(
        "d" + (documents.size() - 1),
        (id, last) -> new Document(id, "another title", last.text(), "", ""));
    return new SessionState(
        state.version() + 1,
        state.workspaceFile(),
        documents,
        state.spaces(),
        state.shownSpaceIds(),
        Optional.of(
            new VectorSpace(space.origin(), space.units(), space.vectors(), space.revision() + 1)),
        state.truncations(),
        state.projection(),
        state.interrupted(),
        state.placements(),
        state.running(),
        state.quality(),
        state.model(),
        state.networkUsed());
  }

  private void select(int document) {
    bench.selection().select(List.of("d" + document));
  }

  private void type(String field, String words) {
    ((TextField) bench.root().lookup("#" + field)).setText(words);
  }

  /// The least of what a gesture costs before it returns, in milliseconds, one in each pulse.
  private static double cost(IntConsumer gesture) {
    return least(List.of(gesture)).getFirst();
  }

  /// What the dearer of two costs that undo each other and therefore take turns.
  private static double dearer(IntConsumer one, IntConsumer other) {
    return Collections.max(least(List.of(one, other)));
  }

  /// The least that each of some gestures costs, which take turns.
  private static List<Double> least(List<IntConsumer> gestures) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int[] time = {0};
    List<Double> least =
        new ArrayList<>(Collections.nCopies(gestures.size(), Double.POSITIVE_INFINITY));
    PulseProbe.untilShown(
        TIMES * gestures.size(),
        () -> {
          int which = time[0] % gestures.size();
          long before = threads.getCurrentThreadCpuTime();
          gestures.get(which).accept(time[0]++);
          double cost = (threads.getCurrentThreadCpuTime() - before) / 1e6;
          least.set(which, Math.min(least.get(which), cost));
          return time[0];
        });
    return least;
  }

  private void open(int documents) throws IOException, InterruptedException {
    FxToolkit.start();
    Path own = Files.createDirectory(folder.resolve("of-" + documents));
    session = TestSession.in(own);
    session.openOrCreateWorkspace(own.resolve("work.semascope")).await();
    NpyFile.write(own.resolve("vectors.npy"), vectors(documents), Cancellation.never());
    Files.write(own.resolve("units.tsv"), table(documents));
    session.importVectors(own.resolve("vectors.npy"), own.resolve("units.tsv")).await();
    session.startLayout(new Pca()).await();
    CountDownLatch shown = new CountDownLatch(1);
    FxToolkit.run(
        () -> {
          bench = new Workbench(session, new NoFileChoice(), Theme.LIGHT);
          stage = new Stage();
          stage.setScene(new Scene(bench.root(), 980, 700));
          stage.setX(0);
          stage.setY(0);
          stage.show();
          bench.showOpened(List.of("d0"), "granularity");
          bench.whenNewestShown(() -> bench.whenDrawn(shown::countDown));
        });
    shown.await();
  }

  private static VectorBlock vectors(int count) {
    SplittableRandom random = new SplittableRandom(3);
    List<float[]> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      rows.add(new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), 1, 0.5f});
    }
    return VectorBlock.copyOf(rows, 4);
  }

  private static List<String> table(int count) {
    List<String> lines = new ArrayList<>(count + 1);
    lines.add("id\ttext\tlabel\tcategory");
    IntStream.range(0, count)
        .forEach(
            row -> lines.add("d%d\ttext %d\ttitle %d\tgroup %d".formatted(row, row, row, row % 9)));
    return lines;
  }
}
