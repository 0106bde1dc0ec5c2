package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Golden;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LiveChange;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.MapQuality;
import org.junit.jupiter.api.Test;

class LibraryRunTest {
  private static final Cancellation NEVER = Cancellation.never();
  private static final Tsne ASKED = new Tsne(30, 42, Tsne.Engine.LIBRARY, 250, 500, 12, 0);

  private static double kept(Projection projection) {
    return MapQuality.measure(Golden.points(), projection.layout(), 10, NEVER).kept().value();
  }

  /// Two engines written apart: the neighbours they keep differ by less than a tenth of all.
  @Test
  void theLibraryAndOurEngineKeepAboutAsManyNeighbours() {
    LibraryRun library = LibraryRun.start(Golden.points(), ASKED);
    library.step(1, NEVER);
    assertTrue(library.finished());
    TsneRun own =
        TsneRun.start(SearchedRows.alone(Golden.points()), Tsne.standard(), JobContext.direct());
    own.step(750, NEVER);
    double ofLibrary = kept(library.result(NEVER));
    double ofOurs = kept(own.result(NEVER));
    assertEquals(ofLibrary, ofOurs, 0.1);
    assertTrue(ofLibrary > 0.35, "the library keeps " + ofLibrary);
  }

  @Test
  void theResultSaysWhatTheLibraryReallyUsed() {
    Tsne asked = new Tsne(30, 7, Tsne.Engine.LIBRARY, 10, 290, 4, 1000);
    LibraryRun run = LibraryRun.start(Golden.noise(40, 5, 1), asked);
    assertEquals(300, run.plannedIterations());
    LayoutFrame frame = run.step(1, NEVER);
    assertEquals(300, frame.iteration());
    assertEquals(
        new Tsne(30, 7, Tsne.Engine.LIBRARY, 250, 50, 12, 200), run.result(NEVER).method());
    ProjectionFacts.OfTsne facts = (ProjectionFacts.OfTsne) run.result(NEVER).facts();
    assertEquals(13, facts.perplexity());
    assertTrue(Double.isNaN(facts.divergence()));
    assertThrows(UnsupportedOperationException.class, () -> run.change(LiveChange.perplexity(5)));
  }

  @Test
  void theSeedDecides() {
    Tsne asked = new Tsne(5, 7, Tsne.Engine.LIBRARY, 10, 20, 12, 200);
    float[] first =
        LibraryRun.start(Golden.noise(40, 5, 1), asked).step(1, NEVER).positions().toArray();
    float[] second =
        LibraryRun.start(Golden.noise(40, 5, 1), asked).step(1, NEVER).positions().toArray();
    assertArrayEquals(first, second, 0);
  }

  @Test
  void refusesTooFewPointsAndStopsBetweenIterations() {
    assertThrows(TooFewPoints.class, () -> LibraryRun.start(Golden.noise(3, 2, 1), ASKED));
    Cancellation stop = new Cancellation();
    stop.request();
    LibraryRun run = LibraryRun.start(Golden.points(), ASKED);
    assertThrows(JobCancelled.class, () -> run.step(1, stop));
    assertFalse(run.finished());
    assertTrue(run.frame().positions().isFinite());
  }
}
