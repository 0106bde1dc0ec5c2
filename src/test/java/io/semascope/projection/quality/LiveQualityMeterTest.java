package io.semascope.projection.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.projection.Golden;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.PlanarLayout;
import io.semascope.vector.Estimate;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final LiveQualityMeter meter = new LiveQualityMeter(block, 10, halves(), this::clock);

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

  private static RowClasses halves() {
    List<Optional<String>> names = new ArrayList<>();
    for (int row = 0; row < COUNT; row++) {
      names.add(row % 7 == 0 ? Optional.empty() : Optional.of(row < COUNT / 2 ? "a" : "b"));
    }
    return RowClasses.of(names);
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
    QualityQuestion question =
        QualityQuestion.of(block, frame(7, 0.1).positions(), 10).with(halves());
    MapQuality whole = MapQuality.measure(question, NEVER);
    assertEquals(whole.k(), live.k());
    assertEquals(whole.kept().value(), live.kept().value(), 2 * live.kept().margin());
    assertEquals(
        whole.trustworthiness().value(),
        live.trustworthiness().value(),
        2 * live.trustworthiness().margin());
    saysTheSame(
        MapQuality.measure(question.ofRows(QualityQuestion.LIVE_SAMPLE), NEVER), live, 1e-12);
  }

  /// In ten groups of thirty, as the finished map in ten larger ones.
  @Test
  void distancesAreComparedOnTheSameSample() {
    DistanceAgreement live = measured(7, 0.3).distances().orElseThrow();
    assertEquals(10 * 30 * 29 / 2, live.pairs());
    assertEquals(COUNT * (COUNT - 1L) / 2, live.allPairs());
    MapQuality whole = MapQuality.measure(block, frame(7, 0.3).positions(), 10, NEVER);
    Estimate finished = whole.distances().rankCorrelation();
    Estimate moving = live.rankCorrelation();
    assertEquals(finished.value(), moving.value(), 2 * (finished.margin() + moving.margin()));
    double blurred = measured(8, 3).distances().orElseThrow().rankCorrelation().value();
    assertTrue(blurred < moving.value() - 0.2, blurred + " of a picture that shows little");
  }

  /// Correlations of a few rows each are too small on the average.
  @Test
  void distancesAreNotComparedOnFewerRows() {
    SpaceSample sample = new SpaceSample(block, 199, new SampledRow.Keeping(10, 64));
    sample.grow(NEVER);
    QualityQuestion question = QualityQuestion.of(block, frame(1, 0.5).positions(), 10);
    LiveQuality live = LiveQuality.measure(question, sample, 1, NEVER);
    assertEquals(199, live.measuredRows());
    assertEquals(Optional.empty(), live.distances());
  }

  /// Rows are summed in another order.
  private static void saysTheSame(MapQuality finished, LiveQuality live, double tolerance) {
    assertEquals(finished.measuredRows(), live.measuredRows());
    assertTrue(finished.continuity().value() < 1, "nothing was torn");
    same(finished.kept(), live.kept(), 1e-12);
    same(finished.continuity(), live.continuity(), 1e-12);
    same(finished.trustworthiness(), live.trustworthiness(), tolerance);
    ClassAgreement classes = finished.classAgreement().orElseThrow();
    ClassAgreement liveClasses = live.classAgreement().orElseThrow();
    same(classes.onMap(), liveClasses.onMap(), 1e-12);
    same(classes.inSpace(), liveClasses.inSpace(), 1e-12);
    assertEquals(classes.rows(), liveClasses.rows());
    assertTrue(classes.rows() < finished.measuredRows(), "some rows have no class");
  }

  private static void same(Estimate expected, Estimate actual, double tolerance) {
    assertEquals(expected.value(), actual.value(), tolerance);
    assertEquals(expected.margin(), actual.margin(), tolerance);
  }

  /// As in a space that has ten times as many rows as distances are kept of each: ranks are known to within half a step of 11.
  @Test
  void whatIsNotKeptOfALargeSpaceChangesLittle() {
    QualityQuestion question =
        QualityQuestion.of(block, frame(1, 0.5).positions(), 10).with(halves());
    SpaceSample sample = new SpaceSample(block, 300, new SampledRow.Keeping(10, 64));
    sample.grow(NEVER);
    LiveQuality live = LiveQuality.measure(question, sample, 1, NEVER);
    MapQuality exact = MapQuality.measure(question.ofRows(300), NEVER);
    saysTheSame(exact, live, 6.0 / COUNT);
    assertNotEquals(exact.trustworthiness().value(), live.trustworthiness().value(), 1e-9);
  }

  @Test
  void theSpaceIsLookedAtOnceForEachRow() {
    MemorySegment memory = VectorBlock.allocate(COUNT, 3);
    for (int row = 0; row < COUNT; row++) {
      for (int i = 0; i < 3; i++) {
        memory.setAtIndex(VectorBlock.ELEMENT, 3L * row + i, block.get(row, i));
      }
    }
    VectorBlock passing = VectorBlock.wrap(memory, COUNT, 3);
    LiveQualityMeter once = new LiveQualityMeter(passing, 10, halves(), this::clock);
    now += SECOND;
    assertEquals(1, once.see(frame(1, 0), NEVER).orElseThrow().kept().value());
    for (int i = 0; i < 3 * COUNT; i++) {
      memory.setAtIndex(VectorBlock.ELEMENT, i, i % 13);
    }
    now += SECOND;
    LiveQuality later = once.see(frame(2, 0), NEVER).orElseThrow();
    assertEquals(2, later.iteration());
    assertEquals(1, later.kept().value(), "the neighbours in the space were looked for again");
  }

  /// In a large space the first answer comes from fewer rows, and none is measured in secret.
  @Test
  void theSampleGrowsByPartsThatTakeEquallyLong() {
    int count = 5_000;
    VectorBlock large = Golden.noise(count, 3, 5);
    float[] places = new float[2 * count];
    for (int row = 0; row < count; row++) {
      places[2 * row] = large.get(row, 0);
      places[2 * row + 1] = large.get(row, 1);
    }
    PlanarLayout layout = PlanarLayout.copyOf(places);
    SpaceSample sample = new SpaceSample(large, 10, 300);
    assertEquals(0, sample.rows().length);
    sample.grow(NEVER);
    int[] first = sample.rows();
    assertEquals(200, first.length, "a million pairs");
    LiveQuality fewer = measured(sample, large, layout);
    assertEquals(200, fewer.measuredRows());
    SampledRow known = sample.at(0);
    sample.grow(NEVER);
    assertEquals(300, sample.rows().length);
    assertArrayEquals(first, Arrays.copyOf(sample.rows(), 200), "another sample");
    assertSame(known, sample.at(0));
    LiveQuality more = measured(sample, large, layout);
    assertEquals(300, more.measuredRows());
    assertTrue(more.sampled());
    assertTrue(more.kept().margin() < fewer.kept().margin());
    sample.grow(NEVER);
    assertEquals(300, sample.rows().length);
  }

  private static LiveQuality measured(SpaceSample sample, VectorBlock block, PlanarLayout layout) {
    return LiveQuality.measure(QualityQuestion.of(block, layout, 10), sample, 1, NEVER);
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    assertEquals(Golden.onCores(1, this::onceMeasured), Golden.onCores(2, this::onceMeasured));
  }

  private LiveQuality onceMeasured() {
    SpaceSample sample = new SpaceSample(block, 10, 300);
    sample.grow(NEVER);
    return measured(sample, block, frame(1, 0.5).positions());
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

  /// Each look at the clock is 3 ms after the one before, so measurements take 3 ms, but the first ten times as long.
  @Test
  void itTakesAHundredthOfTheTime() {
    long begun = now;
    cost = 30_000_000;
    long spent = 0;
    int measurements = 0;
    int newest = 0;
    for (int frame = 1; frame <= 2_000; frame++) {
      now += 20_000_000;
      long before = now;
      int seen = meter.see(frame(frame, 0), NEVER).map(LiveQuality::iteration).orElse(0);
      if (seen != newest) {
        newest = seen;
        assertTrue(spent * 100 <= before - begun, spent + " ns of " + (before - begun));
        spent += cost;
        measurements++;
        cost = 3_000_000;
      }
    }
    assertTrue(measurements > 30, measurements + " in " + (now - begun) / SECOND + " s");
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
