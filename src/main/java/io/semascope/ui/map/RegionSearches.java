package io.semascope.ui.map;

import io.semascope.job.NewestOnly;
import io.semascope.ui.state.FxBridge;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/// Looks for the points inside outlines. Only the newest outline is answered, and only while the map and its selection are those it was drawn on. FX thread.
final class RegionSearches {
  private final NewestOnly<RegionSearch> searches;
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
    searches.ask(new RegionSearch(frame, hidden, lasso, turn));
  }

  /// What is being looked for is no longer wanted.
  void forget() {
    turn++;
  }
}
