package io.semascope.projection;

import io.semascope.job.Cancellation;
import io.semascope.neighbour.GraphRecall;
import java.util.Optional;

/// A projection that is computed step by step and can be left and taken up again. Used by one thread at a time; `frame` by any.
public interface LayoutRun {
  /// Does up to `iterations` more iterations and gives the new frame. Throws `LayoutDiverged` when positions stop being finite; the last good frame
  /// stays. Throws `JobCancelled` when asked to stop.
  LayoutFrame step(int iterations, Cancellation cancellation);

  /// The last good frame.
  LayoutFrame frame();

  /// Turns what the change names from the next step on and leaves the rest as it was. Throws `IllegalArgumentException` for a change of another method
  /// and for a value out of range.
  void change(LiveChange change);

  /// What the run is using now.
  LiveParameters parameters();

  /// Of the neighbours it is made from now; empty when they are exact, or the engine does not tell.
  Optional<GraphRecall> recall();

  /// Whether all planned iterations are done, or a run that may end by itself has done so.
  boolean finished();

  /// Iterations planned in all.
  int plannedIterations();

  /// The picture as it is now, with what is known about it. Computes a divergence that is missing.
  Projection result(Cancellation cancellation);
}
