package io.semascope.ui.map;

import io.semascope.job.NewestOnly;
import io.semascope.ui.state.FxBridge;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks for the points that gestures mean: at once where an index tells them, else on another thread, because then every point is looked at, which takes
/// longer than a window may stand still. FX thread only.
final class PointSearches {
  private final Queue<Supplier<Search<?>>> waiting = new ArrayDeque<>();
  private final NewestOnly<Runnable> choosing = new NewestOnly<>("map choice", Runnable::run);
  private final NewestOnly<Runnable> pointing = new NewestOnly<>("map pointer", Runnable::run);
  private boolean looking;
  private boolean answering;
  private long choices;
  private long pointings;

  /// Adds a gesture of which every one counts. It is made a search when all before it are answered, so that it can start from their answers.
  void choose(Supplier<Search<?>> gesture) {
    waiting.add(gesture);
    chooseNext();
  }

  private void chooseNext() {
    while (!looking && !waiting.isEmpty()) {
      begin(waiting.remove().get());
    }
  }

  private <T> void begin(Search<T> search) {
    if (search.quick()) {
      answer(search, search.question().get());
      return;
    }
    looking = true;
    long asked = choices;
    choosing.ask(
        () -> {
          AtomicReference<Optional<T>> found = new AtomicReference<>(Optional.empty());
          try {
            found.set(Optional.of(search.question().get()));
          } finally {
            FxBridge.run(() -> found(search, asked, found.get()));
          }
        });
  }

  /// @param answer empty when the search failed, which may not hold up the gestures behind it
  private <T> void found(Search<T> search, long asked, Optional<T> answer) {
    looking = false;
    try {
      if (asked == choices) {
        answer.ifPresent(known -> answer(search, known));
      }
    } finally {
      chooseNext();
    }
  }

  private <T> void answer(Search<T> search, T found) {
    answering = true;
    try {
      search.receiver().accept(found);
    } finally {
      answering = false;
    }
  }

  /// The gestures so far are no longer meant: something else was chosen since. What an answer brings about leaves the gestures behind it as they are.
  void forgetChoices() {
    if (!answering) {
      waiting.clear();
      choices++;
    }
  }

  /// Asks for a point that is only pointed at: a newer question takes the place of this one.
  <T> void point(Search<T> search) {
    forgetPointing();
    if (search.quick()) {
      search.receiver().accept(search.question().get());
      return;
    }
    long asked = pointings;
    pointing.ask(
        () -> {
          T found = search.question().get();
          FxBridge.run(
              () -> {
                if (asked == pointings) {
                  search.receiver().accept(found);
                }
              });
        });
  }

  /// What was pointed at is no longer.
  void forgetPointing() {
    pointings++;
  }

  /// @param quick whether the answer needs no look at every point
  /// @param question asked on either thread
  /// @param receiver of the answer, on the FX thread
  record Search<T>(boolean quick, Supplier<T> question, Consumer<T> receiver) {}
}
