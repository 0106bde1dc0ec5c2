package io.semascope.job;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Runs native code that recurses deeply on a thread with a stack large enough for it.
public final class DeepStack {
  private DeepStack() {}

  /// Calls `work` on a thread of its own and waits; what it throws is thrown here. The stack is reserved, not filled: unused bytes cost nothing.
  ///
  /// @param stackBytes size of the stack
  public static <T> T call(long stackBytes, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(null, task, "deep-stack", stackBytes);
    thread.setDaemon(true);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new CompletionException(e);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
