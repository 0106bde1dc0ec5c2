package io.semascope.projection;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.problem.ProblemReport;

/// A run's positions stopped being finite numbers; its last good frame, if it had one, can be stepped on from.
public final class LayoutDiverged extends ProblemException {
  private static final long serialVersionUID = 1L;

  /// @param iteration the first iteration whose positions are not finite
  /// @param lastGood the iteration of the frame that is left, 0 for none
  /// @param parameters what the run was using
  public LayoutDiverged(int iteration, int lastGood, LiveParameters parameters) {
    super(
        ProblemKind.LAYOUT,
        new ProblemReport(
            "The layout flew apart and was stopped.",
            "At iteration "
                + iteration
                + " a position was no longer a finite number; "
                + inUse(parameters)
                + ".",
            lastGood > 0
                ? "The picture of iteration "
                    + lastGood
                    + " is the last good one: "
                    + remedy(parameters)
                : "There was no picture before it: " + anew(parameters)),
        null);
  }

  private static String inUse(LiveParameters parameters) {
    return switch (parameters) {
      case LiveParameters.OfTsne tsne ->
          "the learning rate was "
              + tsne.learningRate()
              + " and the exaggeration "
              + tsne.exaggeration();
      case LiveParameters.OfUmap umap ->
          "the minimal distance was "
              + umap.minDist()
              + ", the spread "
              + umap.spread()
              + " and the repulsion "
              + umap.repulsion();
    };
  }

  private static String anew(LiveParameters parameters) {
    return switch (parameters) {
      case LiveParameters.OfTsne tsne ->
          "start again with the usual learning rate, or with another engine.";
      case LiveParameters.OfUmap umap -> remedy(umap);
    };
  }

  private static String remedy(LiveParameters parameters) {
    return switch (parameters) {
      case LiveParameters.OfTsne tsne -> "lower the learning rate and go on, or start again.";
      case LiveParameters.OfUmap umap ->
          "start again with the usual spread and repulsion, 1 and 1.";
    };
  }
}
