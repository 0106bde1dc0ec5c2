package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.GraphSearch;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Golden;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.Tsne;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;

/// A short run of the engine that is taken without being asked for, from enough points for the grid; as a program it tells what it gives on the cores of its
/// own Java, which decide how many threads share a step.
final class RunOnTheGrid {
  private static final Cancellation NEVER = Cancellation.never();
  private static final VectorBlock POINTS = Golden.noise(1_300, 12, 3);

  private RunOnTheGrid() {}

  public static void main(String[] args) {
    System.out.println(Runtime.getRuntime().availableProcessors());
    System.out.println(bits(whole()));
    System.out.println(bits(stoppedAndTakenUp()));
  }

  static TsneRun started() {
    return TsneRun.start(SearchedRows.alone(POINTS), method(), JobContext.direct());
  }

  private static Tsne method() {
    return new Tsne(30, 5, Tsne.Engine.AUTOMATIC, 10, 20, 4, 0, false, new GraphSearch.Automatic());
  }

  static Projection whole() {
    TsneRun run = started();
    run.step(30, NEVER);
    return run.result(NEVER);
  }

  /// Stopped at iteration 15 and taken up from what is kept then.
  static Projection stoppedAndTakenUp() {
    TsneRun first = started();
    first.step(15, NEVER);
    TsneRun second =
        TsneRun.resume(SearchedRows.alone(POINTS), first.result(NEVER), JobContext.direct());
    second.step(30, NEVER);
    return second.result(NEVER);
  }

  /// Differs with any bit of the positions or of the divergence.
  static String bits(Projection projection) {
    ProjectionFacts.OfTsne facts = (ProjectionFacts.OfTsne) projection.facts();
    return "iterations %d, divergence %s, positions %08x"
        .formatted(
            facts.iterations(), facts.divergence(), Arrays.hashCode(projection.layout().toArray()));
  }
}
