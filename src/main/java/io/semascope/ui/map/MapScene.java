package io.semascope.ui.map;

import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.projection.PlaneExtent;
import io.semascope.raster.PointKinds;
import io.semascope.ui.theme.CategoryColours;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What the map draws: points of the layout first, typed texts behind them. Immutable.
public final class MapScene {
  private final MapGround ground;
  private final List<Mark> typed;
  private final PlanarLayout layout;
  private final Map<String, Placement> placements;
  private final String reading;
  private final int picture;

  /// @param ground of the points of the layout
  /// @param typed one mark for every typed text, whose rows follow those of the layout
  /// @param layout positions of the points, as many as there are
  /// @param placements positions of the typed texts, by id; a mark without one is not drawn
  /// @param reading how to read this picture, one sentence after the other
  public MapScene(
      MapGround ground,
      List<Mark> typed,
      PlanarLayout layout,
      Map<String, Placement> placements,
      String reading) {
    this(ground, List.copyOf(typed), layout, Map.copyOf(placements), reading, 0);
    requireCount(layout.count());
  }

  private MapScene(
      MapGround ground,
      List<Mark> typed,
      PlanarLayout layout,
      Map<String, Placement> placements,
      String reading,
      int picture) {
    this.ground = ground;
    this.typed = typed;
    this.layout = layout;
    this.placements = placements;
    this.reading = reading;
    this.picture = picture;
  }

  private void requireCount(int positions) {
    if (positions != ground.count()) {
      throw new IllegalArgumentException(positions + " positions for " + ground.count());
    }
  }

  /// Nothing to draw yet.
  public static MapScene empty() {
    return new MapScene(
        MapGround.of(List.of(), CategoryColours.of(List.of())),
        List.of(),
        PlanarLayout.copyOf(new float[0]),
        Map.of(),
        "");
  }

  /// The same marks at other positions, as while a layout is running.
  ///
  /// @param positions as many as there are now
  public MapScene at(PlanarLayout positions, Map<String, Placement> typedPlacements) {
    requireCount(positions.count());
    return new MapScene(ground, typed, positions, Map.copyOf(typedPlacements), reading, picture);
  }

  /// The same marks with the points of the layout at other positions.
  ///
  /// @param positions as many as there are now
  MapScene withPoints(PlanarLayout positions) {
    return positions == layout ? this : at(positions, placements);
  }

  /// The same scene as one of this picture: between two scenes of the same picture the person's view is kept, another picture is shown whole. A running
  /// layout is a picture of its own.
  public MapScene ofPicture(int number) {
    return new MapScene(ground, typed, layout, placements, reading, number);
  }

  /// Whether the person's view of the other scene is kept.
  boolean isSamePicture(MapScene other) {
    return picture == other.picture
        && layoutCount() == other.layoutCount()
        && (layoutCount() == 0 || mark(0).equals(other.mark(0)));
  }

  /// Which picture this is a scene of, 0 when nobody said.
  int picture() {
    return picture;
  }

  public int count() {
    return ground.count() + typed.size();
  }

  /// How many marks are points of the layout; the rest are typed texts.
  public int layoutCount() {
    return ground.count();
  }

  public Mark mark(int row) {
    return row < ground.count() ? ground.mark(row) : typed.get(row - ground.count());
  }

  public OptionalInt rowOf(String id) {
    for (int i = typed.size() - 1; i >= 0; i--) {
      if (typed.get(i).id().equals(id)) {
        return OptionalInt.of(ground.count() + i);
      }
    }
    return ground.rowOf(id);
  }

  MapGround ground() {
    return ground;
  }

  /// The smallest rectangle around everything that has a place.
  PlaneExtent extent() {
    PlaneExtent extent = layout.extent();
    for (int row = layoutCount(); row < count(); row++) {
      extent = extent.with(x(row), y(row));
    }
    return extent;
  }

  /// Where the points of the layout are.
  PlanarLayout positions() {
    return layout;
  }

  /// Which kind of point each mark of the layout is, as `MapLook` numbers them.
  PointKinds kinds() {
    return ground.kinds();
  }

  /// The legend entry of a mark's category, −1 for none.
  int entry(int row) {
    return row < ground.count() ? ground.entry(row) : colours().indexOf(mark(row).category());
  }

  public CategoryColours colours() {
    return ground.colours();
  }

  /// What a screen reader says of it.
  String inWords() {
    int groups = colours().names().size();
    return "Map of " + layoutCount() + " texts" + (groups == 0 ? "" : " in " + groups + " groups");
  }

  public String reading() {
    return reading;
  }

  /// The x coordinate in the layout's units; NaN when the mark has no place.
  public float x(int row) {
    if (row < layout.count()) {
      return layout.x(row);
    }
    Placement placement = placements.get(mark(row).id());
    return placement == null ? Float.NaN : placement.x();
  }

  /// The y coordinate in the layout's units, upwards; NaN when the mark has no place.
  public float y(int row) {
    if (row < layout.count()) {
      return layout.y(row);
    }
    Placement placement = placements.get(mark(row).id());
    return placement == null ? Float.NaN : placement.y();
  }

  /// Whether the place of a mark is only an estimate.
  public boolean isEstimated(int row) {
    return row >= layout.count() && placements.get(mark(row).id()) instanceof Placement.Estimated;
  }

  /// One point.
  ///
  /// @param label a short name
  /// @param category its document's, empty for none
  /// @param coarse whether it is the coarser of two levels, drawn larger
  /// @param parent id of the mark it was cut from when that is on the map too; empty otherwise
  public record Mark(String id, String label, String category, boolean coarse, String parent) {}
}
