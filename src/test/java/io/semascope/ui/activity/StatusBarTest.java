package io.semascope.ui.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.job.Lane;
import io.semascope.job.Lanes;
import io.semascope.job.Progress;
import io.semascope.ui.FxToolkit;
import io.semascope.ui.PanelSamples;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Test;

class StatusBarTest {
  private final StatusBar bar = FxToolkit.call(StatusBar::new);

  private String text(String id) {
    FxToolkit.snapshot(bar, 1000, 30);
    return PanelSamples.find(bar, id, Label.class).getText();
  }

  @Test
  void namesModelFingerprintSizeDeviceAndNetwork() {
    FxToolkit.run(() -> bar.show(PanelSamples.session(5)));
    assertEquals("all-minilm-l6-v2 · aaaaaaaa · 5 × 384 + 2 typed", text("status-space"));
    assertEquals("model not loaded yet", text("status-device"));
    assertEquals("network: not used since the start", text("status-network"));
    PanelSamples.paint(bar, "status-bar", 1000, 30);
  }

  @Test
  void ofTwoJobsTheNewestIsShownAndTheOtherComesBack() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    try (Lanes lanes = new Lanes()) {
      Job<String> first = lanes.submit(Lane.TRANSFER, "importing", context -> wait(end));
      Job<String> second = lanes.submit(Lane.QUERY, "asking", context -> wait(end));
      FxToolkit.run(
          () -> {
            bar.showJob(
                first,
                new JobStatus.Running(
                    new Progress("embedding", 0.25, 50, 200, "texts", Duration.ofSeconds(5))));
            bar.showJob(second, new JobStatus.Waiting());
          });
      assertEquals("asking · waiting · 1 more", text("status-job"));
      FxToolkit.run(() -> bar.showJob(second, new JobStatus.Succeeded()));
      assertEquals("embedding · 25 % · 50 / 200 texts · 10 per s · 15 s left", text("status-job"));
      assertEquals(
          0.25, PanelSamples.find(bar, "status-progress", ProgressBar.class).getProgress());
      Button cancel = PanelSamples.find(bar, "cancel-job", Button.class);
      assertTrue(cancel.isVisible());
      FxToolkit.run(cancel::fire);
      FxToolkit.run(() -> bar.showJob(first, new JobStatus.Cancelled()));
      assertEquals("", text("status-job"));
      assertFalse(cancel.isVisible());
      end.countDown();
    }
  }

  /// Else the whole window would be laid out and drawn anew at each text that is typed, the map with it.
  @Test
  void isAsHighWithAJobAsWithout() {
    CountDownLatch end = new CountDownLatch(1);
    try (Lanes lanes = new Lanes()) {
      try {
        text("status-job");
        double before = height();
        Job<String> job = lanes.submit(Lane.QUERY, "asking", context -> wait(end));
        FxToolkit.run(() -> bar.showJob(job, new JobStatus.Waiting()));
        assertEquals("asking · waiting", text("status-job"));
        assertTrue(PanelSamples.find(bar, "cancel-job", Button.class).isVisible());
        assertEquals(before, height());
      } finally {
        end.countDown();
      }
    }
  }

  /// What a window gives it.
  private double height() {
    return FxToolkit.call(() -> Math.max(bar.minHeight(-1), bar.prefHeight(-1)));
  }

  private static String wait(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "done";
  }
}
