package io.semascope.projection.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.PlanarLayout;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LiveQualityMeterTest {
  private static final int COUNT = 700;
  private static final long SECOND = 1_000_000_000;
  private static final Cancellation NEVER = Cancellation.never();

  private final VectorBlock block = vectors();
  private long now;
  private long cost;

  private final LiveQualityMeter meter = new LiveQualityMeter(block, 10, this::clock);

  /// Each look at the clock is as long after the one before as a measurement is to take.
  private long clock() {
    long time = now;
    now += cost;
    return time;
  }

  private static VectorBlock vectors() {
    SplittableRandom random = new SplittableRandom(3);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < COUNT; row++) {
      rows.add(new float[] {(float) random.nextGaussian(), (float) random.nextGaussian(), 1});
    }
    return VectorBlock.copyOf(rows, 3);
  }

  /// The first two dimensions, more or less blurred.
  private LayoutFrame frame(int iteration, double blur) {
    SplittableRandom random = new SplittableRandom(5);
    float[] places = new float[2 * COUNT];
    float[] row = new float[3];
    for (int i = 0; i < COUNT; i++) {
      block.copyRow(i, row);
      places[2 * i] = (float) (row[0] + blur * random.nextGaussian());
      places[2 * i + 1] = (float) (row[1] + blur * random.nextGaussian());
    }
    return new LayoutFrame(
        PlanarLayout.copyOf(places), iteration, "settling", OptionalDouble.empty());
  }

  private LiveQuality measured(int iteration, double blur) {
    now += 100 * SECOND;
    return meter.see(frame(iteration, blur), NEVER).orElseThrow();
  }

  @Test
  void aSampleSaysWhatTheWholeSays() {
    LiveQuality live = measured(7, 0.1);
    assertEquals(7, live.iteration());
    assertEquals(QualityQuestion.LIVE_SAMPLE, live.measuredRows());
    assertEquals(COUNT, live.count());
    MapQuality whole = MapQuality.measure(block, frame(7, 0.1).positions(), 10, NEVER);
    assertEquals(whole.k(), live.k());
    assertEquals(whole.kept().value(), live.kept().value(), 2 * live.kept().margin());
    assertEquals(
        whole.trustworthiness().value(),
        live.trustworthiness().value(),
        2 * live.trustworthiness().margin());
  }

  @Test
  void aPerfectPictureKeepsAllAndABlurredOneLess() {
    assertEquals(1, measured(1, 0).kept().value());
    LiveQuality blurred = measured(2, 0.5);
    assertTrue(blurred.kept().value() < 0.5, "keeps " + blurred.kept().value());
  }

  @Test
  void itIsDueAboutOnceASecond() {
    assertEquals(Optional.empty(), meter.see(frame(1, 0), NEVER), "the run has just begun");
    now += SECOND;
    assertEquals(2, meter.see(frame(2, 0), NEVER).orElseThrow().iteration());
    now += SECOND / 2;
    assertEquals(2, meter.see(frame(3, 0), NEVER).orElseThrow().iteration());
    now += SECOND / 2;
    assertEquals(4, meter.see(frame(4, 0), NEVER).orElseThrow().iteration());
  }

  @Test
  void whatTakesLongIsDoneSeldom() {
    cost = SECOND / 5;
    now += SECOND;
    assertEquals(1, meter.see(frame(1, 0), NEVER).orElseThrow().iteration());
    long began = now - 2 * cost;
    cost = 0;
    now = began + 10 * SECOND - 1;
    assertEquals(1, meter.see(frame(2, 0), NEVER).orElseThrow().iteration());
    now = began + 10 * SECOND;
    assertEquals(3, meter.see(frame(3, 0), NEVER).orElseThrow().iteration());
  }

  @Test
  void itStopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    now += 2 * SECOND;
    LayoutFrame frame = frame(1, 0);
    assertThrows(JobCancelled.class, () -> meter.see(frame, cancellation));
  }
}
