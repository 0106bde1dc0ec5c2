package io.semascope.cli.refusal;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemReport;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.Pca;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;

/// A map that flew apart, with what a person can do who has options and no sliders: settings cannot be turned while it runs, nor when it is gone on with.
public final class MapFlewApart extends ProblemException {
  private static final long serialVersionUID = 1L;

  private MapFlewApart(LayoutDiverged cause, String remedy) {
    super(
        cause.kind(),
        new ProblemReport(cause.report().what(), cause.report().why(), remedy),
        cause);
  }

  /// A run that was begun.
  public static MapFlewApart begun(LayoutDiverged cause, ProjectionMethod method) {
    return new MapFlewApart(
        cause,
        switch (method) {
          case Pca pca -> "Start again.";
          case Tsne tsne when tsne.engine() == Tsne.Engine.LIBRARY ->
              "Start again with another --engine.";
          case Tsne tsne -> "Start again with a lower --learning-rate, or without it.";
          case Umap umap -> "Start again with --spread 1 and --repulsion 1.";
        });
  }

  /// A t-SNE that was gone on with.
  public static MapFlewApart resumed(LayoutDiverged cause) {
    return new MapFlewApart(
        cause, "Start again without --resume and with a lower --learning-rate.");
  }
}
