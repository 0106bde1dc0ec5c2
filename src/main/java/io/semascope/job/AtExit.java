package io.semascope.job;

/// Runs something when the program is asked to end (Ctrl+C, logging off), so that a batch in flight is finished and files are closed.
public final class AtExit {
  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  /// Runs `action` once at the end of the program, on a thread of its own, unless it is withdrawn before.
  public static AtExit run(Runnable action) {
    Thread hook = new Thread(action, "at-exit");
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtExit(hook);
  }

  /// Waits until the action has run, which it does only when the program ends: for whoever has nothing more to say then.
  public void awaitEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        hook.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the action back. False when the program is ending already and the action runs or ran.
  public boolean withdraw() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return false;
    }
  }
}
