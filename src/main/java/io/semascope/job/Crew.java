package io.semascope.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Threads that work beside the calling one, which stays free to take what they finish and to let urgent work in.
///
/// Whoever starts a crew tells its work to end and then closes it; nobody outlives the call that made the crew.
public final class Crew implements AutoCloseable {
  private final List<Thread> members = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Crew() {}

  /// Starts `size` threads, each of which runs `work` once. What a member throws ends that member and is kept for `check`.
  ///
  /// @param name of the threads, for whoever looks at a thread dump
  /// @param whenDone called on each thread behind its work, however that ended; wakes a caller that waits
  public static Crew start(String name, int size, Runnable work, Runnable whenDone) {
    return start(name, size, () -> {}, new Shift(work, whenDone));
  }

  /// The same for bulk work, which gives way to whatever else the program has to do.
  public static Crew startGivingWay(String name, int size, Runnable work, Runnable whenDone) {
    return start(name, size, GivingWay::always, new Shift(work, whenDone));
  }

  /// What each member does, and what it calls behind it.
  private record Shift(Runnable work, Runnable whenDone) {}

  private static Crew start(String name, int size, Runnable first, Shift shift) {
    Crew crew = new Crew();
    for (int i = 0; i < size; i++) {
      crew.members.add(
          Thread.ofPlatform()
              .daemon()
              .name(name + "-" + i)
              .start(
                  () -> {
                    try {
                      first.run();
                      shift.work().run();
                    } catch (Throwable e) {
                      crew.failure.compareAndSet(null, e);
                    } finally {
                      shift.whenDone().run();
                    }
                  }));
    }
    return crew;
  }

  /// Throws what the first member threw, if one did.
  public void check() {
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /// Waits until every member has ended. What they threw is not thrown here: ask `check`.
  @Override
  public void close() {
    boolean interrupted = false;
    for (Thread member : members) {
      while (member.isAlive()) {
        try {
          member.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
