package io.semascope.cli.projection;

import io.semascope.cli.refusal.ArgumentRefused;
import io.semascope.cli.refusal.GivenValues;
import io.semascope.cli.refusal.NumberLimits;
import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Umap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The settings of a UMAP by the names a script uses.
public final class UmapOptions {
  /// Every one of them.
  public static final List<String> NAMES =
      List.of("--neighbours", "--min-dist", "--spread", "--repulsion", "--epochs", "--start");

  /// Where the points of a UMAP stand at first, by the names a script uses.
  public enum Start {
    spectral,
    pca
  }

  @Option(
      names = "--neighbours",
      defaultValue = "15",
      paramLabel = "K",
      description =
          "How many nearest points make up a neighbourhood of a UMAP, the point itself counted"
              + " (default: 15).")
  @NumberLimits(least = 2)
  private int neighbours;

  @Option(
      names = "--min-dist",
      defaultValue = "0.1",
      paramLabel = "D",
      description = "How near the points of a UMAP may come, up to the spread (default: 0.1).")
  @NumberLimits(least = 0, most = Umap.LARGEST)
  private double minDist;

  @Option(
      names = "--spread",
      defaultValue = "1",
      paramLabel = "D",
      description = "How far apart the clusters of a UMAP stand (default: 1).")
  @NumberLimits(least = Umap.SMALLEST, most = Umap.LARGEST)
  private double spread;

  @Option(
      names = "--repulsion",
      defaultValue = "1",
      paramLabel = "G",
      description = "How hard a UMAP pushes points apart against pulling (default: 1).")
  @NumberLimits(least = 0, most = Umap.LARGEST)
  private double repulsion;

  @Option(
      names = "--epochs",
      defaultValue = "0",
      paramLabel = "N",
      description = "Epochs of a UMAP (default: 500, which 0 stands for).")
  @NumberLimits(least = 0, leastMeans = "which takes " + Umap.USUAL_EPOCHS, most = Umap.MOST_EPOCHS)
  private int epochs;

  @Option(
      names = "--start",
      defaultValue = "spectral",
      paramLabel = "START",
      description =
          "Where the points of a UMAP stand at first: ${COMPLETION-CANDIDATES} (default:"
              + " spectral).")
  private Start start = Start.spectral;

  /// The run that is asked for. Throws `ArgumentRefused`.
  public Umap wanted(CommandSpec spec, long seed, GraphSearch search) {
    boolean curved = Umap.isCurve(minDist, spread);
    require(
        spec,
        curved || spec.commandLine().getParseResult().hasMatchedOption("--min-dist"),
        "--spread",
        "a number from the least distance, which is %s, to %s"
            .formatted(GivenValues.plain(minDist), GivenValues.plain(Umap.LARGEST)));
    require(
        spec,
        curved,
        "--min-dist",
        "a number from 0 to the spread, which is %s".formatted(GivenValues.plain(spread)));
    return new Umap(
        neighbours,
        minDist,
        spread,
        repulsion,
        epochs,
        switch (start) {
          case spectral -> Umap.Start.SPECTRAL;
          case pca -> Umap.Start.PCA;
        },
        seed,
        search);
  }

  private static void require(CommandSpec spec, boolean possible, String option, String wanted) {
    if (!possible) {
      throw ArgumentRefused.value(spec, option, wanted);
    }
  }
}
