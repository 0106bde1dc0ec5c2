package io.semascope.ui.projection;

import io.semascope.neighbour.GraphRecall;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.ClassAgreement;
import io.semascope.projection.quality.DistanceAgreement;
import io.semascope.projection.quality.LiveQuality;
import io.semascope.projection.quality.MapQuality;
import io.semascope.projection.quality.QualityQuestion;
import io.semascope.session.SessionState;
import io.semascope.session.layout.LiveFrame;
import io.semascope.session.layout.RunningLayout;
import io.semascope.vector.Estimate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the toolbar shows at one moment.
///
/// @param phase what can be done now
/// @param facts what is known about the picture, one short line; empty when there is none
/// @param trust how far the picture can be trusted, in plain words; empty until measured
/// @param trustDetail the numbers behind `trust`
/// @param method how the shown picture was made
/// @param stop what Stop does now, for people
public record LayoutBarState(
    Phase phase,
    String facts,
    String trust,
    String trustDetail,
    Optional<ProjectionMethod> method,
    String stop) {
  static final String STOP_EARLY =
      "End the run: no point has moved yet, so nothing of it is kept and the map stays as it is";
  private static final String STOP_TSNE =
      "End the map and keep this picture to go on with; a finished t-SNE stays kept beside it";
  private static final String STOP_UMAP =
      "End the map and keep this picture; where a finished UMAP is kept, that one stays and this"
          + " one is only shown";

  /// While the workspace takes no frames of the run.
  static final String STOP_UNSTORED =
      "End the map and show this picture. It cannot be stored as things are: it would be lost when"
          + " the workspace is closed. What is kept stays kept";

  private static final String STOP_LIBRARY =
      "End the run: the library tells no picture before its end, so nothing of it is kept and the"
          + " map stays as it is. While it searches neighbours it cannot be stopped: it ends when"
          + " they are found";

  /// What can be done with the layout now.
  public enum Phase {
    /// There is nothing to project.
    NOTHING,
    /// A run can be started.
    IDLE,
    /// A run can be started, and a t-SNE that was left before its end can be gone on with.
    STOPPED,
    /// A run shows frames and can be paused.
    RUNNING,
    /// A run is under way that can be stopped only: one whose points do not move yet, or of an engine that shows no frames.
    BUSY,
    PAUSED
  }

  /// The same while a run is wanted of which the state may say nothing yet: it waits, or neighbours are searched for it.
  public LayoutBarState withRun() {
    return switch (phase) {
      case IDLE, STOPPED ->
          new LayoutBarState(Phase.BUSY, facts, trust, trustDetail, method, STOP_EARLY);
      case NOTHING, RUNNING, BUSY, PAUSED -> this;
    };
  }

  public static LayoutBarState of(SessionState state) {
    return new LayoutBarState(
        phase(state),
        state.projection().map(LayoutBarState::facts).orElse("") + interrupted(state),
        finished(state).map(LayoutBarState::trust).orElse(""),
        finished(state).map(LayoutBarState::detail).orElse(""),
        state.projection().map(Projection::method),
        state.running().map(LayoutBarState::stop).orElse(STOP_EARLY));
  }

  private static String stop(RunningLayout running) {
    return switch (running.method()) {
      case Pca pca -> STOP_EARLY;
      case Tsne tsne -> tsne.engine() == Tsne.Engine.LIBRARY ? STOP_LIBRARY : STOP_TSNE;
      case Umap umap -> STOP_UMAP;
    };
  }

  /// What was measured of the picture before means nothing for one that moves already.
  private static Optional<MapQuality> finished(SessionState state) {
    boolean moving = state.running().map(RunningLayout::interruptible).orElse(false);
    return moving ? Optional.empty() : state.quality();
  }

  /// The badge of a picture that is still moving.
  static String trust(LiveQuality quality) {
    return String.format(
        Locale.ROOT,
        "Iteration %,d: keeps %s of 100 near neighbours\n"
            + "trustworthiness %s · continuity %s\n%s %,d of %,d",
        quality.iteration(),
        roughly(quality.kept()),
        quality.trustworthiness().text(3),
        quality.continuity().text(3),
        quality.sampled() ? "sample" : "measured on",
        quality.measuredRows(),
        quality.count());
  }

  /// What the badge of a moving picture means.
  static String detail(LiveQuality quality) {
    return String.format(
        Locale.ROOT,
        "Of each point's %d nearest texts, %s %% were also among its %d nearest points at iteration"
            + " %,d. Trustworthiness %s, continuity %s (1 is perfect).%s%s Measured about once a"
            + " second, in large spaces less often, on %,d of %,d points%s. The neighbours of the"
            + " finished map are measured whole up to 5,000 points, above that on 2,000 of them;"
            + " its distances from 501 points on by some pairs.",
        quality.k(),
        quality.kept().ofHundred(1),
        quality.k(),
        quality.iteration(),
        quality.trustworthiness().text(3),
        quality.continuity().text(3),
        quality.distances().map(LayoutBarState::correlation).orElse(""),
        quality.classAgreement().map(agreement -> agreement(agreement, quality.k())).orElse(""),
        quality.measuredRows(),
        quality.count(),
        quality.sampled()
            ? " drawn at random, more of them as the run goes on, up to "
                + QualityQuestion.LIVE_SAMPLE
                + "; ± is the 95 % interval"
            : quality.distances().filter(DistanceAgreement::sampled).isPresent()
                ? "; ± is the 95 % interval"
                : "");
  }

  private static Phase phase(SessionState state) {
    if (state.running().isPresent()) {
      RunningLayout running = state.running().get();
      if (running.paused()) {
        return Phase.PAUSED;
      }
      return running.interruptible() ? Phase.RUNNING : Phase.BUSY;
    }
    if (state.chunkCount() == 0) {
      return Phase.NOTHING;
    }
    return state.interrupted().isPresent() ? Phase.STOPPED : Phase.IDLE;
  }

  /// What “Go on” takes up when it is not the picture that is shown.
  private static String interrupted(SessionState state) {
    return state.running().isEmpty()
            && state.interrupted().isPresent()
            && state.projection().filter(state.interrupted().get()::sameRun).isEmpty()
            && state.interrupted().get().facts() instanceof ProjectionFacts.OfTsne found
        ? String.format(
            Locale.ROOT,
            "%sa t-SNE was left at iteration %,d of %,d",
            state.projection().isPresent() ? " · " : "",
            found.iterations(),
            found.plannedIterations())
        : "";
  }

  private static String facts(Projection projection) {
    return switch (projection.facts()) {
      case ProjectionFacts.OfPca pca ->
          String.format(
              Locale.ROOT,
              "PCA · axes carry %.1f %% and %.1f %% of the variance",
              pca.firstShare() * 100,
              pca.secondShare() * 100);
      case ProjectionFacts.OfTsne tsne ->
          String.format(
              Locale.ROOT,
              "t-SNE · perplexity %.0f · %s%s%s%s",
              tsne.perplexity(),
              iterations(tsne),
              divergence(tsne.divergence()),
              neighbours(tsne.recall()),
              difference(projection, tsne));
      case ProjectionFacts.OfUmap umap ->
          String.format(
              Locale.ROOT,
              "UMAP · %,d neighbours · %,d of %,d epochs%s%s%s",
              umap.neighbours(),
              umap.epochs(),
              umap.plannedEpochs(),
              umap.components() == 1
                  ? ""
                  : String.format(Locale.ROOT, " · %,d separate parts", umap.components()),
              neighbours(umap.recall()),
              difference(projection, umap));
    };
  }

  /// What is known about a picture that is still moving.
  static String facts(LiveFrame live) {
    OptionalDouble divergence = live.frame().divergence();
    return String.format(
        Locale.ROOT,
        "%s · iteration %,d of %,d%s%s%s",
        live.frame().stage(),
        live.frame().iteration(),
        live.plannedIterations(),
        divergence.isPresent() ? divergence(divergence.getAsDouble()) : "",
        neighbours(live.recall()),
        live.notStored()
            .map(report -> " · goes on, but cannot be stored: " + report.why())
            .orElse(""));
  }

  private static String divergence(double nats) {
    return Double.isNaN(nats) ? "" : String.format(Locale.ROOT, " · KL %.2f nats", nats);
  }

  /// Exact neighbours are what everybody expects.
  private static String neighbours(Optional<GraphRecall> recall) {
    return recall
        .map(one -> " · approximate neighbours, " + ProjectionFacts.recallText(one))
        .orElse("");
  }

  private static String iterations(ProjectionFacts.OfTsne tsne) {
    return tsne.settled()
        ? String.format(
            Locale.ROOT,
            "settled at iteration %,d of at most %,d",
            tsne.iterations(),
            tsne.plannedIterations())
        : String.format(
            Locale.ROOT, "%,d of %,d iterations", tsne.iterations(), tsne.plannedIterations());
  }

  /// Why the perplexity is not the one asked for at the start; empty when it is.
  private static String difference(Projection projection, ProjectionFacts.OfTsne facts) {
    if (!(projection.method() instanceof Tsne asked) || facts.perplexity() == asked.perplexity()) {
      return "";
    }
    double most = Math.max(1, (projection.layout().count() - 1) / 3.0);
    return facts.perplexity() == most && most < asked.perplexity()
        ? " · perplexity lowered to a third of the other texts"
        : " · perplexity turned while it ran";
  }

  /// Why the picture is not the one that was asked for at the start; empty when it is.
  private static String difference(Projection projection, ProjectionFacts.OfUmap facts) {
    boolean lowered =
        projection.method() instanceof Umap asked && facts.neighbours() < asked.neighbours();
    return (lowered ? " · neighbours lowered to the number of texts" : "")
        + (facts.turned() ? " · turned while it ran" : "");
  }

  /// With fewer to keep, a picture keeps many by chance.
  private static final int FEWEST_NEIGHBOURS = 5;

  /// The thresholds only choose words; the numbers stand beside them.
  static String trust(MapQuality quality) {
    double share = quality.kept().value();
    String kept =
        String.format(Locale.ROOT, "keeps %s of 100 near neighbours", roughly(quality.kept()));
    if (quality.k() < FEWEST_NEIGHBOURS) {
      return "Few texts: %s, the nearest %d of each".formatted(kept, quality.k());
    }
    if (share >= 0.5) {
      return "Good guide: " + kept;
    }
    if (share >= 0.2) {
      return "Rough guide: " + kept;
    }
    return "Weak guide: " + kept;
  }

  /// What the badge means, with every sample and its size.
  static String detail(MapQuality quality) {
    return String.format(
            Locale.ROOT,
            "Of each point's %d nearest texts, %s %% are also among its %d nearest points here."
                + " Trustworthiness %s, continuity %s (1 is perfect). Rank correlation of the"
                + " distances %s (1: what is farther apart is drawn farther apart), %s.",
            quality.k(),
            quality.kept().ofHundred(1),
            quality.k(),
            quality.trustworthiness().text(3),
            quality.continuity().text(3),
            quality.distances().rankCorrelation().text(3),
            pairs(quality.distances()))
        + quality.classAgreement().map(agreement -> agreement(agreement, quality.k())).orElse("")
        + (quality.sampled()
            ? String.format(
                Locale.ROOT,
                " Measured on %,d of %,d points drawn at random; ± is the 95 %% interval.",
                quality.measuredRows(),
                quality.count())
            : quality.distances().sampled() ? " ± is the 95 % interval." : "");
  }

  private static String correlation(DistanceAgreement distances) {
    return " Rank correlation of the distances %s, %s."
        .formatted(distances.rankCorrelation().text(3), pairs(distances));
  }

  private static String pairs(DistanceAgreement distances) {
    return distances.sampled()
        ? String.format(
            Locale.ROOT,
            "of %,d of %,d pairs, all within ten groups of points drawn at random",
            distances.pairs(),
            distances.allPairs())
        : String.format(Locale.ROOT, "of all %,d pairs", distances.allPairs());
  }

  private static String agreement(ClassAgreement agreement, int k) {
    return String.format(
        Locale.ROOT,
        " Of its %d nearest points here %s %% share its category, of its %d nearest texts %s %%.",
        k,
        agreement.onMap().ofHundred(1),
        k,
        agreement.inSpace().ofHundred(1));
  }

  /// Tenths are told only where a margin says what they are worth.
  private static String roughly(Estimate kept) {
    return kept.ofHundred(kept.margin() > 0 ? 1 : 0);
  }
}
