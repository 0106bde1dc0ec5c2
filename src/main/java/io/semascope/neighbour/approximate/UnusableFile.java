package io.semascope.neighbour.approximate;

import java.io.IOException;

/// A saved index is not to be used; it never leaves this room.
final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  UnusableFile(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /// `value`, when it lies between both bounds, which are included.
  static int inRange(int value, int least, int most) throws UnusableFile {
    if (value < least || value > most) {
      throw new UnusableFile("it is damaged");
    }
    return value;
  }
}
