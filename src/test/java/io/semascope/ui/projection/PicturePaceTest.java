package io.semascope.ui.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PicturePaceTest {
  private static final double PULSE = 1e9 / 60;

  /// @param newFrame whether the run has a newer frame at a pulse
  /// @param jitter of a pulse, in nanoseconds
  private static int picturesOfASecond(IntPredicate newFrame, double jitter) {
    PicturePace pace = new PicturePace();
    Random random = new Random(1);
    int shown = 0;
    for (int pulse = 0; pulse < 60; pulse++) {
      long now = (long) (pulse * PULSE + jitter * random.nextDouble());
      if (newFrame.test(pulse) && pace.isDue(now)) {
        pace.shown(now);
        shown++;
      }
    }
    return shown;
  }

  @Test
  void aFastRunIsShownThirtyTimesASecond() {
    assertEquals(30, picturesOfASecond(pulse -> true, 0));
    assertEquals(30, picturesOfASecond(pulse -> true, 6e6), "pulses that come late");
  }

  @Test
  void aPulseWithoutANewFrameCostsNoPicture() {
    assertEquals(30, picturesOfASecond(pulse -> pulse % 8 != 2, 0));
  }

  @Test
  void aSlowerRunIsShownWheneverItMoves() {
    assertEquals(30, picturesOfASecond(pulse -> pulse % 2 == 0, 0));
    assertEquals(20, picturesOfASecond(pulse -> pulse % 3 == 0, 6e6));
  }

  @Test
  void afterAPauseOnePictureIsCaughtUpOn() {
    PicturePace pace = new PicturePace();
    assertTrue(pace.isDue(-5), "the first frame at once, whatever the clock says");
    pace.shown(-5);
    long later = 10_000_000_000L;
    assertTrue(pace.isDue(later));
    pace.shown(later);
    assertTrue(pace.isDue(later + (long) PULSE));
    pace.shown(later + (long) PULSE);
    assertFalse(pace.isDue(later + (long) (2 * PULSE)));
  }
}
