package io.semascope.ui.shell;

import io.semascope.raster.DrawingMode;
import io.semascope.session.index.SearchMethod;
import io.semascope.ui.theme.Theme;
import io.semascope.vector.Similarity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Reads what a window remembered in its workspace; a value that makes no sense counts as not remembered.
record WindowMemory(Map<String, String> values) {
  static final String WIDTH = "window.width";
  static final String HEIGHT = "window.height";
  static final String LEFT = "window.left";
  static final String RIGHT = "window.right";
  static final String THEME = "window.theme";
  static final String DRAWER = "window.drawer";
  static final String SELECTED = "window.selected";
  static final String NEIGHBOURS = "window.neighbours";
  static final String SIMILARITY = "window.similarity";
  static final String SEARCH = "window.search";
  static final String DRAWING = "window.drawing";

  /// The most neighbours that can be asked for in the window.
  private static final int MOST_NEIGHBOURS = 200;

  /// The largest edge, in pixels, that any screen is taken to have.
  private static final double LARGEST_EDGE = 16_384;

  WindowMemory {
    values = Map.copyOf(values);
  }

  /// An edge of the window in pixels, between `least` and 16,384.
  OptionalDouble edge(String key, double least) {
    return number(key, least, LARGEST_EDGE);
  }

  /// The place of a divider as a share of the window's width, 0 to 1.
  OptionalDouble divider(String key) {
    return number(key, 0, 1);
  }

  /// The theme a person chose; empty when the system's is wanted.
  Optional<Theme> theme() {
    return Arrays.stream(Theme.values())
        .filter(theme -> theme.name().equals(values.getOrDefault(THEME, "")))
        .findFirst();
  }

  /// Whether the drawer below the map was open.
  boolean drawerOpen() {
    return values.getOrDefault(DRAWER, "").equals("open");
  }

  /// The unit that was inspected; it may be gone.
  Optional<String> selected() {
    return Optional.ofNullable(values.get(SELECTED)).filter(id -> !id.isEmpty());
  }

  /// How many neighbours were listed, 1 to 200.
  OptionalInt neighbours() {
    OptionalDouble count = number(NEIGHBOURS, 1, MOST_NEIGHBOURS);
    return count.isPresent() ? OptionalInt.of((int) count.getAsDouble()) : OptionalInt.empty();
  }

  /// How texts were compared.
  Optional<Similarity> similarity() {
    return Arrays.stream(Similarity.values())
        .filter(similarity -> similarity.name().equals(values.getOrDefault(SIMILARITY, "")))
        .findFirst();
  }

  /// How neighbours were searched.
  Optional<SearchMethod> search() {
    return SearchMethod.of(values.getOrDefault(SEARCH, ""));
  }

  /// How the map was drawn.
  Optional<DrawingMode> drawing() {
    return Arrays.stream(DrawingMode.values())
        .filter(mode -> mode.key().equals(values.getOrDefault(DRAWING, "")))
        .findFirst();
  }

  private OptionalDouble number(String key, double least, double most) {
    try {
      double value = Double.parseDouble(values.getOrDefault(key, ""));
      return value >= least && value <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException unreadable) {
      return OptionalDouble.empty();
    }
  }
}
