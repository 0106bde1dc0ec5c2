package io.semascope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.corpus.NpyFile;
import io.semascope.job.Cancellation;
import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.neighbour.GraphRecall;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.session.layout.LiveFrame;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// So many texts that an approximate search is one.
class LiveRecallTest {
  private static final int TEXTS = GraphSearch.FEWEST_FOR_APPROXIMATE;
  private static final GraphSearch ROUGH = new GraphSearch.Approximate(0.8);

  @TempDir private Path folder = Path.of("");

  @Test
  void everyFrameSaysHowTrueItsNeighboursAre() throws Exception {
    try (Session session = new Session(new FakeCatalogue(), new WatchedModels())) {
      session.openOrCreateWorkspace(folder.resolve("one.semascope")).await();
      importNoise(session);
      for (ProjectionMethod method :
          List.of(
              new Umap(5, 0.1, 1, 1, 1_000_000, Umap.Start.PCA, 42, ROUGH),
              new Tsne(2, 42, Tsne.Engine.FFT, 20, 100_000_000, 12, 0, false, ROUGH))) {
        Job<Optional<Projection>> job = session.startLayout(method);
        GraphRecall live = firstFrame(session, job).recall().orElseThrow();
        job.cancel();
        Projection kept = job.await().orElseThrow();
        assertEquals(Optional.of(live), kept.facts().recall());
        assertTrue(live.value() > 0.5 && live.margin() > 0, live.toString());
      }
    }
  }

  private void importNoise(Session session) throws IOException {
    Random random = new Random(5);
    List<float[]> rows = new ArrayList<>(TEXTS);
    List<String> lines = new ArrayList<>(TEXTS + 1);
    lines.add("id\ttext");
    for (int row = 0; row < TEXTS; row++) {
      rows.add(
          new float[] {
            (float) random.nextGaussian(),
            (float) random.nextGaussian(),
            (float) random.nextGaussian()
          });
      lines.add("r%d\ttext %d".formatted(row, row));
    }
    Path vectors = folder.resolve("noise.npy");
    NpyFile.write(vectors, VectorBlock.copyOf(rows, 3), Cancellation.never());
    Path units = Files.write(folder.resolve("noise.tsv"), lines);
    session.importVectors(vectors, units).await();
  }

  private static LiveFrame firstFrame(Session session, Job<?> job) throws InterruptedException {
    CountDownLatch moving = new CountDownLatch(1);
    job.onChange(
        status -> {
          if (status.ended()
              || (status instanceof JobStatus.Running running
                  && running.progress().stage().startsWith("moving")
                  && running.progress().done() > 0)) {
            moving.countDown();
          }
        });
    moving.await();
    return session.liveFrame().orElseThrow();
  }
}
