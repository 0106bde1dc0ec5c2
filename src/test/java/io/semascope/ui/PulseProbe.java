package io.semascope.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;

/// Counts the pulses of the FX thread: how far apart they come, and how much processor time the thread itself spends on each. A busy machine widens the gaps,
/// but only our own work on the thread costs it processor time.
public final class PulseProbe {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Supplier<Object> shown;
  private final int wanted;
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Pulse> pulses = new ArrayList<>();
  private Optional<Object> before = Optional.empty();
  private long lastNanos = -1;
  private long lastWork;

  private PulseProbe(Supplier<Object> shown, int wanted) {
    this.shown = shown;
    this.wanted = wanted;
  }

  /// Watches until so many new pictures were seen, and gives the pulses from the first to the last of them.
  ///
  /// @param shown asked on the FX thread at every pulse: what the window shows, another value for another picture
  public static List<Pulse> untilShown(int pictures, Supplier<Object> shown) {
    PulseProbe probe = new PulseProbe(shown, pictures);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            probe.pulse();
            if (probe.over.getCount() == 0) {
              stop();
            }
          }
        };
    FxToolkit.run(timer::start);
    try {
      probe.over.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("nobody interrupts a test", interrupted);
    }
    return FxToolkit.call(() -> List.copyOf(probe.pulses));
  }

  /// The same of the next pulses, whatever is shown.
  public static List<Pulse> next(int pulses) {
    return untilShown(pulses, System::nanoTime);
  }

  private void pulse() {
    long now = System.nanoTime();
    long work = THREADS.getCurrentThreadCpuTime();
    Optional<Object> next = Optional.of(shown.get());
    boolean picture = before.isPresent() && !before.equals(next);
    before = next;
    if (lastNanos >= 0) {
      pulses.add(new Pulse((now - lastNanos) / 1e6, (work - lastWork) / 1e6, picture));
    }
    lastNanos = now;
    lastWork = work;
    if (pulses.stream().filter(Pulse::picture).count() >= wanted) {
      over.countDown();
    }
  }

  /// How far apart the pulses came and what they cost, in one line.
  public static String described(List<Pulse> pulses) {
    double[] gaps = pulses.stream().mapToDouble(Pulse::gapMillis).sorted().toArray();
    double[] work = pulses.stream().mapToDouble(Pulse::workMillis).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%d pulses, %d pictures; gap median %.1f, 95th %.1f, longest %.1f ms;"
            + " FX thread's own work median %.2f, 95th %.2f, longest %.2f ms",
        pulses.size(),
        pulses.stream().filter(Pulse::picture).count(),
        quantile(gaps, 0.5),
        quantile(gaps, 0.95),
        quantile(gaps, 1),
        quantile(work, 0.5),
        quantile(work, 0.95),
        quantile(work, 1));
  }

  /// The median of the FX thread's own work, in milliseconds, of the pulses that followed a new picture.
  public static double workPerPicture(List<Pulse> pulses) {
    return quantile(
        pulses.stream().filter(Pulse::picture).mapToDouble(Pulse::workMillis).sorted().toArray(),
        0.5);
  }

  /// The smallest of these ascending values that this share of them does not exceed.
  public static double quantile(double[] ascending, double share) {
    return ascending[Math.max(0, (int) Math.ceil(share * ascending.length) - 1)];
  }

  /// One turn of the FX thread, from the pulse before to this one.
  ///
  /// @param gapMillis wall time
  /// @param workMillis processor time of the FX thread
  /// @param picture whether another picture was shown
  public record Pulse(double gapMillis, double workMillis, boolean picture) {}
}
