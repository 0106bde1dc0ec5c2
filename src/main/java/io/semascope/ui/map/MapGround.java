package io.semascope.ui.map;

import io.semascope.raster.PointKinds;
import io.semascope.text.IdPlaces;
import io.semascope.ui.theme.CategoryColours;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// What is known of the points of a map wherever they stand: their names, categories and links. Made once for a space, away from the FX thread, because it
/// takes time for every point; shared by all its scenes. Immutable.
public final class MapGround {
  private final List<MapScene.Mark> marks;
  private final CategoryColours colours;
  private final IdPlaces rowById;
  private final int[] entries;
  private final int[] counts;
  private final PointKinds kinds;
  private final int[] parents;
  private final int[] childStarts;
  private final int[] children;

  private MapGround(List<MapScene.Mark> marks, CategoryColours colours) {
    this.marks = List.copyOf(marks);
    this.colours = colours;
    int count = marks.size();
    rowById = IdPlaces.of(count, row -> this.marks.get(row).id());
    entries = new int[count];
    counts = new int[colours.names().size()];
    for (int row = 0; row < count; row++) {
      entries[row] = colours.indexOf(marks.get(row).category());
      if (entries[row] >= 0) {
        counts[entries[row]]++;
      }
    }
    kinds = PointKinds.of(count, row -> MapLook.kind(entries[row], this.marks.get(row).coarse()));
    parents = new int[count];
    childStarts = new int[count + 1];
    for (int row = 0; row < count; row++) {
      parents[row] = rowById.of(marks.get(row).parent()).orElse(-1);
      if (parents[row] >= 0) {
        childStarts[parents[row] + 1]++;
      }
    }
    Arrays.parallelPrefix(childStarts, Integer::sum);
    children = childrenByParent();
  }

  /// @param marks one for every point of the layout
  /// @param colours of their categories
  public static MapGround of(List<MapScene.Mark> marks, CategoryColours colours) {
    return new MapGround(marks, colours);
  }

  /// A counting sort that keeps the order of rows within a parent.
  private int[] childrenByParent() {
    int[] sorted = new int[childStarts[parents.length]];
    int[] next = childStarts.clone();
    for (int row = 0; row < parents.length; row++) {
      if (parents[row] >= 0) {
        sorted[next[parents[row]]++] = row;
      }
    }
    return sorted;
  }

  int count() {
    return entries.length;
  }

  MapScene.Mark mark(int row) {
    return marks.get(row);
  }

  OptionalInt rowOf(String id) {
    return rowById.of(id);
  }

  CategoryColours colours() {
    return colours;
  }

  /// The legend entry of a mark's category, −1 for none.
  int entry(int row) {
    return entries[row];
  }

  /// How many marks belong to a legend entry.
  int countOf(int entry) {
    return counts[entry];
  }

  PointKinds kinds() {
    return kinds;
  }

  /// How many marks were cut from another one that is here too.
  int linkCount() {
    return children.length;
  }

  /// Calls `visitor` for every mark that was cut from another one, with both.
  void visitLinks(LinkVisitor visitor) {
    for (int row : children) {
      visitor.link(row, parents[row]);
    }
  }

  /// The same for the links of one row, to what it was cut from and to what was cut from it.
  void visitLinksOf(int row, LinkVisitor visitor) {
    if (row >= parents.length) {
      return;
    }
    if (parents[row] >= 0) {
      visitor.link(row, parents[row]);
    }
    for (int i = childStarts[row]; i < childStarts[row + 1]; i++) {
      visitor.link(children[i], row);
    }
  }

  /// Takes a line from a mark to the one it was cut from.
  @FunctionalInterface
  interface LinkVisitor {
    void link(int child, int parent);
  }
}
