package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.JobCancelled;
import org.junit.jupiter.api.Test;

/// What the end of the program and calls into native code want of each other.
final class NativeCallsTest {
  private final NativeCalls calls = new NativeCalls();

  @Test
  void noCallBeginsAfterTheEnd() {
    calls.enter().close();
    assertFalse(calls.ending().requested());
    calls.end();
    assertTrue(calls.ending().requested());
    assertThrows(JobCancelled.class, calls::enter);
  }

  @Test
  void theEndWaitsForTheCallUnderWayAndNoLonger() throws InterruptedException {
    Thread end = new Thread(calls::end);
    try (var _ = calls.enter()) {
      end.start();
      Thread.State state = end.getState();
      while (state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED) {
        Thread.onSpinWait();
        state = end.getState();
      }
      assertEquals(Thread.State.TIMED_WAITING, state);
      assertTrue(calls.ending().requested(), "the call is asked to stop");
      assertThrows(JobCancelled.class, calls::enter);
    }
    end.join();
  }
}
