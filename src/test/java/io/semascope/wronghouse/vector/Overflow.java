package io.semascope.wronghouse.vector;

/// Leaves the room without a report.
public final class Overflow extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
