package io.semascope.cli.projection;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.session.WorkspaceInfo;
import io.semascope.store.ProjectionSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A map that a workspace holds, in words and in JSON: how it was asked for, and whether its run came to its end.
///
/// @param outdated whether its spaces have changed since, so that it is neither shown nor gone on with
/// @param canGoOn whether `map --resume` goes on with it
public record StoredMap(ProjectionSummary map, boolean outdated, boolean canGoOn) {
  /// Every one of a workspace, the one stored last at the end; without frames of runs over what the spaces were before, which nobody can see or go on with.
  public static List<StoredMap> of(WorkspaceInfo info) {
    return info.projections().stream()
        .map(map -> of(map, info))
        .filter(map -> !(map.map().frame() && map.outdated()))
        .toList();
  }

  /// A frame of a run is gone on with before a picture that was left.
  private static StoredMap of(ProjectionSummary map, WorkspaceInfo info) {
    boolean ofNow = isOfNow(map, info);
    boolean frameBefore =
        !map.frame()
            && info.projections().stream()
                .filter(other -> other.frame() && isOfNow(other, info))
                .filter(other -> Projection.canGoOn(other.method(), other.facts()))
                .anyMatch(other -> other.spaceIds().equals(map.spaceIds()));
    boolean left = Projection.canGoOn(map.method(), map.facts());
    return new StoredMap(map, !ofNow, ofNow && left && !frameBefore);
  }

  /// A map of several spaces bears the largest of their revisions.
  private static boolean isOfNow(ProjectionSummary map, WorkspaceInfo info) {
    return info.spaces().stream()
            .filter(space -> map.spaceIds().contains(space.id()))
            .mapToLong(space -> space.revision())
            .max()
            .orElse(-1)
        == map.revision();
  }

  /// One line, as “tsne of space 1, 120 points: left at iteration 300 of 750 (seed 42, …)”.
  public String text() {
    String settings = settings().text();
    return String.format(
        Locale.ROOT,
        "%s of %s, %,d %s: %s%s%s",
        map.method().key(),
        spaces(),
        map.count(),
        map.count() == 1 ? "point" : "points",
        progress(),
        settings.equals("none") ? "" : " (" + settings + ")",
        outdated ? "; made before the space changed, no longer shown" : "");
  }

  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("method", map.method().key());
    json.addProperty("count", map.count());
    JsonArray ids = new JsonArray();
    map.spaceIds().forEach(ids::add);
    json.add("spaces", ids);
    json.add("settings", settings().json());
    json.addProperty("finished", !map.facts().unfinished());
    switch (map.facts()) {
      case ProjectionFacts.OfPca pca -> {}
      case ProjectionFacts.OfTsne tsne -> {
        json.addProperty("iterations", tsne.iterations());
        json.addProperty("plannedIterations", tsne.plannedIterations());
        json.addProperty("settled", tsne.settled());
      }
      case ProjectionFacts.OfUmap umap -> {
        json.addProperty("epochs", umap.epochs());
        json.addProperty("plannedEpochs", umap.plannedEpochs());
      }
    }
    json.addProperty("outdated", outdated);
    json.addProperty("canGoOn", canGoOn);
    return json;
  }

  /// How to go on with a run that was left; empty where that cannot be done.
  public Optional<String> remedy() {
    if (!canGoOn) {
      return Optional.empty();
    }
    // The command takes one space; two are gone on with where they are shown together.
    String how =
        map.spaceIds().size() == 1
            ? "“map --method tsne --resume --space %d”".formatted(map.spaceIds().getFirst())
            : "With both shown, “map --method tsne --resume”";
    return Optional.of(
        "A t-SNE of %s was %s. %s goes on with it.".formatted(spaces(), progress(), how));
  }

  private MapSettings settings() {
    return new MapSettings(map.method(), map.facts());
  }

  private String spaces() {
    return map.spaceIds().stream().map(id -> "space " + id).collect(Collectors.joining(" and "));
  }

  private String progress() {
    return switch (map.facts()) {
      case ProjectionFacts.OfPca pca -> "finished";
      case ProjectionFacts.OfTsne tsne when tsne.unfinished() ->
          left("iteration", tsne.iterations(), tsne.plannedIterations());
      case ProjectionFacts.OfTsne tsne when tsne.settled() ->
          String.format(Locale.ROOT, "finished, settled at iteration %,d", tsne.iterations());
      case ProjectionFacts.OfTsne tsne -> "finished";
      case ProjectionFacts.OfUmap umap when umap.unfinished() ->
          left("epoch", umap.epochs(), umap.plannedEpochs());
      case ProjectionFacts.OfUmap umap -> "finished";
    };
  }

  private static String left(String step, int done, int planned) {
    return String.format(Locale.ROOT, "left at %s %,d of %,d", step, done, planned);
  }
}
