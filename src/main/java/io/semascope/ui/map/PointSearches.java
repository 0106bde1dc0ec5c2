package io.semascope.ui.map;

import io.semascope.job.NewestOnly;
import io.semascope.ui.state.FxBridge;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Looks for the point that a gesture means: at once where there is an index of the picture, else on another thread, because then every point is looked at,
/// which takes longer than a window may stand still. What is asked of is the picture that was seen at the gesture. FX thread only.
final class PointSearches {
  private final Queue<Search> waiting = new ConcurrentLinkedQueue<>();
  private final NewestOnly<Boolean> worker = new NewestOnly<>("map pointer", more -> answer());
  private int open;
  private long turn;

  /// Asks for a point that is picked: every one is answered, in their order.
  void pick(
      MapFrame seen,
      Function<MapFrame, OptionalInt> question,
      BiConsumer<MapFrame, OptionalInt> receiver) {
    if (seen.isIndexed() && open == 0) {
      receiver.accept(seen, question.apply(seen));
      return;
    }
    open++;
    ask(
        new Search(
            seen,
            question,
            (frame, found) -> {
              open--;
              receiver.accept(frame, found);
            },
            false));
  }

  /// Asks for a point that is only pointed at: a newer question takes the place of this one.
  void point(
      MapFrame seen,
      Function<MapFrame, OptionalInt> question,
      BiConsumer<MapFrame, OptionalInt> receiver) {
    forgetPointing();
    if (seen.isIndexed()) {
      receiver.accept(seen, question.apply(seen));
      return;
    }
    long asked = turn;
    ask(
        new Search(
            seen,
            question,
            (frame, found) -> {
              if (asked == turn) {
                receiver.accept(frame, found);
              }
            },
            true));
  }

  /// What was pointed at is no longer.
  void forgetPointing() {
    turn++;
    waiting.removeIf(Search::pointing);
  }

  private void ask(Search search) {
    waiting.add(search);
    worker.ask(true);
  }

  /// On a thread of its own.
  private void answer() {
    for (Search next = waiting.poll(); next != null; next = waiting.poll()) {
      Search search = next;
      OptionalInt found = search.question().apply(search.seen());
      FxBridge.run(() -> search.receiver().accept(search.seen(), found));
    }
  }

  /// @param pointing whether a newer one takes its place
  private record Search(
      MapFrame seen,
      Function<MapFrame, OptionalInt> question,
      BiConsumer<MapFrame, OptionalInt> receiver,
      boolean pointing) {}
}
