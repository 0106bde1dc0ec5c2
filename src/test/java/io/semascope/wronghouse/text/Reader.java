package io.semascope.wronghouse.text;

import io.semascope.wronghouse.vector.Numbers;

/// Uses vectors, which use text: two floors crossed and a ring.
public final class Reader {
  public int count(Numbers numbers) {
    return numbers.hashCode();
  }
}
