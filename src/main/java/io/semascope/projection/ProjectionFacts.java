package io.semascope.projection;

import io.semascope.neighbour.GraphRecall;
import java.util.Locale;
import java.util.Optional;

/// What a projection knows about itself.
public sealed interface ProjectionFacts {
  /// Whether the run was stopped before its end.
  boolean unfinished();

  /// Of the neighbours the picture was made from; empty when they are exact, when the engine does not tell, and when none were needed.
  Optional<GraphRecall> recall();

  /// The same for people.
  default Optional<String> recallText() {
    return recall().map(ProjectionFacts::recallText);
  }

  /// “recall 0.953 ± 0.004”, without a margin when every row was measured; with more than three digits where they would make a 1 of less than 1.
  static String recallText(GraphRecall recall) {
    int digits = 3;
    while (recall.value() < 1 && rounded(recall.value(), digits).startsWith("1")) {
      digits++;
    }
    return "recall "
        + rounded(recall.value(), digits)
        + (recall.margin() > 0 ? " ± " + rounded(recall.margin(), digits) : "");
  }

  private static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /// @param firstShare share of the total variance along x, in [0, 1]
  /// @param secondShare share of the total variance along y, in [0, 1]
  record OfPca(double firstShare, double secondShare) implements ProjectionFacts {
    @Override
    public Optional<GraphRecall> recall() {
      return Optional.empty();
    }

    @Override
    public boolean unfinished() {
      return false;
    }
  }

  /// @param perplexity the one used, after the cap at (n−1)/3
  /// @param iterations done, of all that were planned
  /// @param plannedIterations all that were planned
  /// @param divergence Kullback–Leibler divergence in nats, without exaggeration; NaN when the engine does not tell
  /// @param settled whether the run ended by itself because the divergence no longer fell
  /// @param recall of the neighbours the picture was made from; empty when they are exact, or the engine does not tell
  record OfTsne(
      double perplexity,
      int iterations,
      int plannedIterations,
      double divergence,
      boolean settled,
      Optional<GraphRecall> recall)
      implements ProjectionFacts {
    /// Of a run on exact neighbours that did not end by itself before its last iteration.
    public OfTsne(double perplexity, int iterations, int plannedIterations, double divergence) {
      this(perplexity, iterations, plannedIterations, divergence, false, Optional.empty());
    }

    /// Whether the run was stopped before it settled and before its last iteration.
    @Override
    public boolean unfinished() {
      return !settled && iterations > 0 && iterations < plannedIterations;
    }
  }

  /// @param neighbours those used, the point itself counted, after the cap at n
  /// @param epochs done, of all that were planned
  /// @param plannedEpochs all that were planned
  /// @param a of the curve 1/(1 + a d^2b) by which distances in the picture were judged at the end
  /// @param b of the same curve
  /// @param repulsion weight of pushing apart against pulling together at the end
  /// @param components parts of the neighbour graph that no edge connects; their distances in the picture say nothing
  /// @param turned whether a parameter was turned while it ran: the method alone then does not make this picture again
  /// @param recall of the neighbours the picture was made from; empty when they are exact
  record OfUmap(
      int neighbours,
      int epochs,
      int plannedEpochs,
      double a,
      double b,
      double repulsion,
      int components,
      boolean turned,
      Optional<GraphRecall> recall)
      implements ProjectionFacts {
    @Override
    public boolean unfinished() {
      return epochs < plannedEpochs;
    }
  }
}
