package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ShareIntervalTest {
  @Test
  void holdsTheShareItselfWhateverWasRounded() {
    for (int draws = 1; draws <= 2_000; draws++) {
      for (double share : new double[] {0, 1.0 / 3, 0.999, 1}) {
        ShareInterval interval = ShareInterval.wilson(share, draws);
        assertTrue(interval.low() <= share && share <= interval.high(), share + " of " + draws);
      }
      assertEquals(0, ShareInterval.wilson(0, draws).low());
      assertEquals(1, ShareInterval.wilson(1, draws).high());
    }
  }
}
