package io.semascope.ui.map;

import io.semascope.job.NewestOnly;
import io.semascope.ui.state.FxBridge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// Looks for the points inside outlines. Only the newest outline is answered, and only while the map and its selection are those it was drawn on. FX thread.
final class RegionSearches {
  private final NewestOnly<Search> searches;
  private long turn;

  /// @param found hears the ids of the points on the FX thread
  RegionSearches(Consumer<List<String>> found) {
    searches =
        new NewestOnly<>(
            "map selection",
            search -> {
              List<String> ids = search.ids();
              FxBridge.run(
                  () -> {
                    if (search.turn() == turn) {
                      found.accept(ids);
                    }
                  });
            });
  }

  void ask(MapFrame frame, BitSet hidden, Lasso lasso) {
    turn++;
    searches.ask(new Search(frame, hidden, lasso, turn));
  }

  /// What is being looked for is no longer wanted.
  void forget() {
    turn++;
  }

  /// The question which lit points stand inside an outline. Asked away from the FX thread, because it looks at every point in the outline's rectangle.
  ///
  /// @param hidden legend entries whose points are dimmed; not changed any more
  /// @param turn tells whether the map and its selection are still what they were
  private record Search(MapFrame frame, BitSet hidden, Lasso lasso, long turn) {
    /// Ids in the order of their rows.
    List<String> ids() {
      List<Integer> inside = new ArrayList<>();
      frame.visit(
          lasso.bounds(),
          row -> {
            if (isLit(frame.scene().entry(row)) && lasso.contains(frame.x(row), frame.y(row))) {
              inside.add(row);
            }
          });
      Collections.sort(inside);
      return inside.stream().map(row -> frame.scene().mark(row).id()).toList();
    }

    private boolean isLit(int entry) {
      return entry < 0 || !hidden.get(entry);
    }
  }
}
