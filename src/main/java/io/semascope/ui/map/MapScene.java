package io.semascope.ui.map;

import io.semascope.projection.Placement;
import io.semascope.projection.PlanarLayout;
import io.semascope.raster.PointKinds;
import io.semascope.ui.theme.CategoryColours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What the map draws: points of the layout first, typed texts behind them. Immutable.
public final class MapScene {
  private final List<Mark> marks;
  private final PlanarLayout layout;
  private final Map<String, Placement> placements;
  private final CategoryColours colours;
  private final String reading;
  private final Map<String, Integer> rowById;
  private final int[] entries;
  private final List<Link> links;
  private final PointKinds kinds;
  private final int picture;

  /// @param marks one for every point, those of the layout first
  /// @param layout positions of the first marks
  /// @param placements positions of the others, by id; a mark without one is not drawn
  /// @param colours of the categories
  /// @param reading how to read this picture, one sentence after the other
  public MapScene(
      List<Mark> marks,
      PlanarLayout layout,
      Map<String, Placement> placements,
      CategoryColours colours,
      String reading) {
    this.marks = List.copyOf(marks);
    this.layout = layout;
    this.placements = Map.copyOf(placements);
    this.colours = colours;
    this.reading = reading;
    this.rowById = HashMap.newHashMap(marks.size());
    this.entries = new int[marks.size()];
    for (int row = 0; row < marks.size(); row++) {
      rowById.put(marks.get(row).id(), row);
      entries[row] = colours.indexOf(marks.get(row).category());
    }
    List<Link> found = new ArrayList<>();
    for (int row = 0; row < marks.size(); row++) {
      Integer parent = rowById.get(marks.get(row).parent());
      if (parent != null) {
        found.add(new Link(row, parent));
      }
    }
    this.links = List.copyOf(found);
    this.kinds =
        PointKinds.of(
            layoutCount(), row -> MapLook.kind(entries[row], this.marks.get(row).coarse()));
    this.picture = 0;
  }

  private MapScene(
      MapScene still, PlanarLayout layout, Map<String, Placement> placements, int picture) {
    this.marks = still.marks;
    this.layout = layout;
    this.placements = Map.copyOf(placements);
    this.colours = still.colours;
    this.reading = still.reading;
    this.rowById = still.rowById;
    this.entries = still.entries;
    this.links = still.links;
    this.kinds = still.kinds;
    this.picture = picture;
  }

  /// Nothing to draw yet.
  public static MapScene empty() {
    return new MapScene(
        List.of(), PlanarLayout.copyOf(new float[0]), Map.of(), CategoryColours.of(List.of()), "");
  }

  /// The same marks at other positions, as while a layout is running.
  ///
  /// @param positions as many as there are now
  public MapScene at(PlanarLayout positions, Map<String, Placement> typed) {
    if (positions.count() != layout.count()) {
      throw new IllegalArgumentException(positions.count() + " positions for " + layout.count());
    }
    return new MapScene(this, positions, typed, picture);
  }

  /// The same scene as one of this picture: between two scenes of the same picture the person's view is kept, another picture is shown whole. A running
  /// layout is a picture of its own.
  public MapScene ofPicture(int number) {
    return new MapScene(this, layout, placements, number);
  }

  /// Which picture this is a scene of, 0 when nobody said.
  int picture() {
    return picture;
  }

  public int count() {
    return marks.size();
  }

  /// How many marks are points of the layout; the rest are typed texts.
  public int layoutCount() {
    return Math.min(layout.count(), marks.size());
  }

  public Mark mark(int row) {
    return marks.get(row);
  }

  public OptionalInt rowOf(String id) {
    Integer row = rowById.get(id);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /// Where the points of the layout are.
  PlanarLayout positions() {
    return layout;
  }

  /// Which kind of point each mark of the layout is, as `MapLook` numbers them.
  PointKinds kinds() {
    return kinds;
  }

  /// The legend entry of a mark's category, −1 for none.
  int entry(int row) {
    return entries[row];
  }

  /// From each mark to the one it was cut from, where both are on the map.
  List<Link> links() {
    return links;
  }

  public CategoryColours colours() {
    return colours;
  }

  public String reading() {
    return reading;
  }

  /// The x coordinate in the layout's units; NaN when the mark has no place.
  public float x(int row) {
    if (row < layout.count()) {
      return layout.x(row);
    }
    Placement placement = placements.get(marks.get(row).id());
    return placement == null ? Float.NaN : placement.x();
  }

  /// The y coordinate in the layout's units, upwards; NaN when the mark has no place.
  public float y(int row) {
    if (row < layout.count()) {
      return layout.y(row);
    }
    Placement placement = placements.get(marks.get(row).id());
    return placement == null ? Float.NaN : placement.y();
  }

  /// Whether the place of a mark is only an estimate.
  public boolean isEstimated(int row) {
    return row >= layout.count()
        && placements.get(marks.get(row).id()) instanceof Placement.Estimated;
  }

  /// A line from a mark to the one it was cut from, by rows.
  record Link(int child, int parent) {}

  /// One point.
  ///
  /// @param label a short name
  /// @param category its document's, empty for none
  /// @param coarse whether it is the coarser of two levels, drawn larger
  /// @param parent id of the mark it was cut from when that is on the map too; empty otherwise
  public record Mark(String id, String label, String category, boolean coarse, String parent) {}
}
