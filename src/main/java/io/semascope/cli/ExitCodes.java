package io.semascope.cli;

import io.semascope.problem.ProblemKind;

/// The number a command ends with.
final class ExitCodes {
  private ExitCodes() {}

  static int of(ProblemKind kind) {
    return switch (kind) {
      case USAGE -> 2;
      case MODEL -> 3;
      case MISMATCH -> 4;
      case INPUT -> 5;
      case WORKSPACE -> 6;
      case LAYOUT -> 7;
      case MEMORY -> 8;
      case BUG -> 70;
      case CANCELLED -> 130;
    };
  }
}
