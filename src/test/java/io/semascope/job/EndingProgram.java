package io.semascope.job;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;

/// A program that ends with two actions at its exit, one of them withdrawn.
final class EndingProgram {
  private EndingProgram() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    AtExit withdrawn = AtExit.run(() -> out.println("never"));
    out.println("withdrawn " + withdrawn.withdraw());
    AtomicReference<AtExit> kept = new AtomicReference<>(withdrawn);
    kept.set(AtExit.run(() -> out.println("at exit, withdrawn " + kept.get().withdraw())));
    out.println("ending");
    System.exit(3);
  }
}
