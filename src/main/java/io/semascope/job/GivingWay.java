package io.semascope.job;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/// Lets the calling thread give way to every other one of the program that has something to do. Work that runs alone takes no longer for it.
///
/// A core is divided anew within a few milliseconds, also inside native code, which nothing else can interrupt. Java's own priorities say nothing to Linux
/// (`ThreadPriorityPolicy`), so the kernel is asked there; on macOS nothing is done.
@SuppressWarnings("restricted")
final class GivingWay {
  /// A thread of the usual weight gets nine times the time of one that is this nice (`sched_prio_to_weight` of the kernel).
  static final int NICE = 10;

  /// What Java turns into `THREAD_PRIORITY_BELOW_NORMAL` on Windows.
  private static final int BELOW_NORMAL = 3;

  /// `PRIO_PROCESS`, and 0 for the thread that calls.
  private static final int THREAD = 0;

  private static final Optional<MethodHandle> SET_PRIORITY =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
          ? Linker.nativeLinker()
              .defaultLookup()
              .find("setpriority")
              .map(
                  function ->
                      Linker.nativeLinker()
                          .downcallHandle(
                              function,
                              FunctionDescriptor.of(
                                  ValueLayout.JAVA_INT,
                                  ValueLayout.JAVA_INT,
                                  ValueLayout.JAVA_INT,
                                  ValueLayout.JAVA_INT)))
          : Optional.empty();

  private GivingWay() {}

  /// For the rest of the thread's life. A system that refuses leaves everything as it was.
  static void always() {
    Thread.currentThread().setPriority(BELOW_NORMAL);
    SET_PRIORITY.ifPresent(GivingWay::call);
  }

  private static void call(MethodHandle setPriority) {
    try {
      var ignored = (int) setPriority.invokeExact(THREAD, 0, NICE);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
