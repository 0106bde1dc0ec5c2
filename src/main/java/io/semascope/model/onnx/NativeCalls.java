package io.semascope.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import io.semascope.job.AtExit;
import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Lets the program end only when no graph is running in native code: what such a call works on would be taken away under it, and the program would crash.
///
/// At the end of the program runs are stopped, as a person would stop them, and the end waits for them. ONNX Runtime gives its environment back on a thread of
/// its own at the same moment, so one more hold on the environment is taken, which is never given back.
final class NativeCalls {
  private static final NativeCalls OF_THIS_PROGRAM = new NativeCalls();

  /// A graph is stopped between two of its nodes, which takes milliseconds; only a model that is being loaded takes longer. A library that hangs must not keep
  /// the program.
  private static final long MOST_WAIT_SECONDS = 10;

  private final ReentrantReadWriteLock underWay = new ReentrantReadWriteLock();
  private final Cancellation ending = new Cancellation();

  /// One call, left by the thread that entered it.
  @FunctionalInterface
  interface Call extends AutoCloseable {
    @Override
    void close();
  }

  static NativeCalls ofThisProgram() {
    return OF_THIS_PROGRAM;
  }

  /// Waits at the end of the program from now on, and keeps the environment to its very end. Called once, when there is an environment of the version that was
  /// tested.
  void guard() {
    try {
      AtExit.run(this::end);
      holdEnvironment();
    } catch (IllegalStateException endingAlready) {
      ending.request();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError notHeld) {
      // Calls are still waited for, and no embedding is worth less for what may happen at the end.
    }
  }

  /// Begins a call into native code. Throws `JobCancelled` when the program is ending.
  Call enter() {
    if (ending.requested() || !underWay.readLock().tryLock()) {
      throw new JobCancelled();
    }
    return underWay.readLock()::unlock;
  }

  /// The wish that all calls stop, for those that can.
  Cancellation ending() {
    return ending;
  }

  /// Stops the calls under way and waits for them; none begins any more.
  void end() {
    ending.request();
    try {
      var ignored = underWay.writeLock().tryLock(MOST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The library counts who holds its one environment; it offers Java no way to hold it twice.
  private static void holdEnvironment() throws ReflectiveOperationException {
    Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
    api.setAccessible(true);
    Method create =
        OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
    create.setAccessible(true);
    var unused =
        create.invoke(
            null, api.getLong(null), NativeLibraries.LOG_LEVEL.getValue(), NativeLibraries.NAME);
  }
}
