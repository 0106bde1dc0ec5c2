package io.semascope.session;

import io.semascope.corpus.ExportFile;
import io.semascope.corpus.picture.MapExport;
import io.semascope.corpus.picture.MapPicture;
import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.Projection;
import io.semascope.projection.quality.MapQuality;
import io.semascope.space.VectorSpace;
import io.semascope.text.TextUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes the present picture, typed texts included at the place they were given.
public final class ExportMap {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;

  private final SessionState state;

  ExportMap(SessionState state) {
    this.state = state;
  }

  /// Refuses a file that cannot be written as a map, by its ending or its place, before anybody waits for the map. Throws `ExportFailed`.
  public static void requireWritable(Path file) {
    MapExport.requireKnownEnding(file);
    var unusedFolder = ExportFile.requirePlace(file);
  }

  Path run(Path file) {
    VectorSpace space = state.space().orElseThrow(SessionProblem::noMap);
    Projection projection = state.projection().orElseThrow(SessionProblem::noMap);
    List<TextUnit> units = space.units();
    String title =
        state.workspaceFile().map(path -> String.valueOf(path.getFileName())).orElse("Map");
    MapPicture picture =
        new MapPicture(
            title,
            positions(space, projection.layout()),
            units.stream().map(TextUnit::id).toList(),
            units.stream().map(state::label).toList(),
            units.stream().map(state::category).toList(),
            caption(space, projection));
    MapExport.write(file, picture, WIDTH, HEIGHT);
    return file;
  }

  private String caption(VectorSpace space, Projection projection) {
    String model =
        "%s (%s)".formatted(space.origin().modelName(), space.origin().fingerprint().shortForm());
    String caption =
        MapPicture.caption(projection, model, projection.layout().count(), space.dimension());
    return state
        .quality()
        .map(quality -> caption + " It keeps " + kept(quality) + ".")
        .orElse(caption);
  }

  static String kept(MapQuality quality) {
    return quality.sampled()
        ? String.format(
            Locale.ROOT,
            "%s of 100 near neighbours (± is the 95 %% interval), measured on %,d of %,d points",
            quality.kept().ofHundred(1),
            quality.measuredRows(),
            quality.count())
        : quality.kept().ofHundred(0) + " of 100 near neighbours";
  }

  private PlanarLayout positions(VectorSpace space, PlanarLayout layout) {
    float[] coordinates = java.util.Arrays.copyOf(layout.toArray(), 2 * space.count());
    for (int row = layout.count(); row < space.count(); row++) {
      Placement placement = state.placements().get(space.unit(row).id());
      if (placement == null) {
        throw SessionProblem.noMap();
      }
      coordinates[2 * row] = placement.x();
      coordinates[2 * row + 1] = placement.y();
    }
    return PlanarLayout.copyOf(coordinates);
  }
}
