package io.semascope.projection.tsne;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.neighbour.GraphSearch;
import io.semascope.neighbour.SearchedRows;
import io.semascope.projection.Golden;
import io.semascope.projection.LayoutDiverged;
import io.semascope.projection.LayoutFrame;
import io.semascope.projection.LiveChange;
import io.semascope.projection.LiveParameters;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.TooFewPoints;
import io.semascope.projection.Tsne;
import io.semascope.projection.quality.MapQuality;
import io.semascope.vector.VectorBlock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TsneRunTest {
  private static final Cancellation NEVER = Cancellation.never();
  private static final long SEED = 20_261_122;

  private static Tsne method(long seed, int early, int iterations) {
    return new Tsne(30, seed, Tsne.Engine.BARNES_HUT, early, iterations, 12, 0);
  }

  private static TsneRun start(VectorBlock block, Tsne method) {
    return TsneRun.start(SearchedRows.alone(block), method, JobContext.direct());
  }

  private static float[] whole(long seed) {
    TsneRun run = start(Golden.points(), method(seed, 30, 30));
    return run.step(60, NEVER).positions().toArray();
  }

  private static ProjectionFacts.OfTsne facts(Projection projection) {
    return (ProjectionFacts.OfTsne) projection.facts();
  }

  /// scikit-learn's map of the same points is the measure; two percentage points of its neighbours are given away.
  @Test
  void keepsAsManyNeighboursAsScikitLearn() {
    TsneRun run = start(Golden.points(), Tsne.standard());
    run.step(750, NEVER);
    assertTrue(run.finished());
    Projection projection = run.result(NEVER);
    MapQuality quality = MapQuality.measure(Golden.points(), projection.layout(), 10, NEVER);
    assertTrue(quality.kept().value() > Golden.number("tsne.kept.10") - 0.02, quality.toString());
    assertTrue(
        quality.trustworthiness().value() > Golden.number("tsne.trustworthiness.10") - 0.01,
        quality.toString());
    double divergence = facts(projection).divergence();
    assertEquals(Golden.number("tsne.divergence"), divergence, 0.05);
  }

  /// The end is found after the same iterations however they are divided, and only if it was asked for.
  @Test
  void endsByItselfWhenNothingImproves() {
    Tsne usual = Tsne.standard();
    TsneRun run = start(Golden.points(), usual);
    run.step(750, NEVER);
    assertTrue(run.finished());
    ProjectionFacts.OfTsne facts = facts(run.result(NEVER));
    assertTrue(facts.settled());
    assertTrue(facts.iterations() < 750 && facts.iterations() % 50 == 0, facts.toString());
    TsneRun inSteps = start(Golden.points(), usual);
    while (!inSteps.finished()) {
      inSteps.step(7, NEVER);
    }
    assertEquals(facts, facts(inSteps.result(NEVER)));
    TsneRun all = start(Golden.points(), method(42, 50, 700));
    all.step(facts.iterations() + 10, NEVER);
    assertFalse(all.finished());
  }

  @Test
  void theGridGivesAPictureAsGoodAsTheTree() {
    Tsne usual = Tsne.standard();
    Tsne byGrid =
        new Tsne(30, 42, Tsne.Engine.FFT, 50, 700, 4, 0, true, new GraphSearch.Automatic());
    TsneRun grid = start(Golden.points(), byGrid);
    TsneRun tree = start(Golden.points(), usual);
    assertEquals(Tsne.Engine.FFT, grid.engine());
    assertEquals(Tsne.Engine.BARNES_HUT, tree.engine(), "automatic for so few");
    grid.step(750, NEVER);
    tree.step(750, NEVER);
    assertEquals(
        facts(tree.result(NEVER)).divergence(), facts(grid.result(NEVER)).divergence(), 0.03);
  }

  @Test
  void theNumberOfCoresDoesNotChangeABit() {
    assertArrayEquals(Golden.onCores(1, () -> whole(5)), Golden.onCores(2, () -> whole(5)), 0);
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(whole(5), whole(5), 0);
    assertFalse(java.util.Arrays.equals(whole(5), whole(6)));
  }

  @Test
  void stepsOfAnyLengthGiveTheSamePicture() {
    TsneRun run = start(Golden.points(), method(5, 30, 30));
    for (int length : new int[] {1, 7, 0, 25, 20, 100}) {
      run.step(length, NEVER);
    }
    assertTrue(run.finished());
    assertEquals(60, run.frame().iteration());
    assertArrayEquals(whole(5), run.frame().positions().toArray(), 0);
  }

  @Test
  void framesSayWhereTheRunStands() {
    TsneRun run = start(Golden.points(), method(5, 10, 100));
    assertEquals(110, run.plannedIterations());
    assertEquals("early exaggeration", run.frame().stage());
    assertEquals(new LiveParameters.OfTsne(30, 12, 400 / 12.0), run.parameters());
    LayoutFrame frame = run.step(10, NEVER);
    assertEquals("settling", frame.stage());
    assertEquals(new LiveParameters.OfTsne(30, 1, 400), run.parameters());
    assertTrue(frame.divergence().isEmpty());
    assertTrue(run.step(50, NEVER).divergence().isPresent());
    assertFalse(run.finished());
    assertEquals(60, facts(run.result(NEVER)).iterations());
  }

  @Test
  void aStopKeepsThePictureAndTheRunGoesOn() {
    TsneRun run = start(Golden.points(), method(5, 30, 30));
    run.step(20, NEVER);
    float[] before = run.frame().positions().toArray();
    Cancellation stop = new Cancellation();
    stop.request();
    assertThrows(JobCancelled.class, () -> run.step(10, stop));
    assertArrayEquals(before, run.frame().positions().toArray(), 0);
    run.step(40, NEVER);
    assertArrayEquals(whole(5), run.frame().positions().toArray(), 0);
  }

  /// Whatever a stop interrupts (neighbours of another perplexity, a gradient, a step), what is kept is one iteration of one perplexity, and its divergence.
  @Test
  void aStopAtAnyMomentKeepsAPictureOfTheIterationItNames() throws Exception {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 60; trial++) {
      TsneRun run = start(Golden.points(), method(5, 30, 3_000));
      run.step(20, NEVER);
      run.change(LiveChange.perplexity(10));
      Cancellation stop = new Cancellation();
      long until = System.nanoTime() + random.nextInt(20_000_000);
      Thread person =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (System.nanoTime() < until) {
                      Thread.onSpinWait();
                    }
                    stop.request();
                  });
      assertThrows(JobCancelled.class, () -> run.step(3_000, stop));
      person.join();
      Projection kept = run.result(NEVER);
      TsneRun same = start(Golden.points(), method(5, 30, 3_000));
      same.step(20, NEVER);
      same.change(LiveChange.perplexity(10));
      same.step(facts(kept).iterations() - 20, NEVER);
      Projection expected = same.result(NEVER);
      String when = "trial %d of seed %d, %s".formatted(trial, SEED, facts(kept));
      assertArrayEquals(expected.layout().toArray(), kept.layout().toArray(), 0, when);
      assertEquals(facts(expected), facts(kept), when);
    }
  }

  @Test
  void framesOfARunThatEndsByItselfTellTheNewestDivergence() {
    TsneRun run = start(Golden.points(), Tsne.standard());
    OptionalDouble told = OptionalDouble.empty();
    int changes = 0;
    while (!run.finished()) {
      LayoutFrame frame = run.step(7, NEVER);
      assertEquals(frame.iteration() >= 50, frame.divergence().isPresent(), frame.stage());
      changes += frame.divergence().equals(told) ? 0 : 1;
      told = frame.divergence();
    }
    assertTrue(changes >= run.frame().iteration() / 50 - 1, changes + " of " + run.frame());
  }

  @Test
  void aStoredFrameIsTakenUpWhereItStood() {
    Tsne method = method(5, 100, 200);
    TsneRun first = start(Golden.points(), method);
    LayoutFrame half = first.step(150, NEVER);
    TsneRun second =
        TsneRun.resume(SearchedRows.alone(Golden.points()), method, half, JobContext.direct());
    assertArrayEquals(half.positions().toArray(), second.frame().positions().toArray(), 0);
    assertEquals(150, second.frame().iteration());
    double before = facts(second.result(NEVER)).divergence();
    second.step(1000, NEVER);
    assertEquals(300, second.frame().iteration());
    assertTrue(facts(second.result(NEVER)).divergence() < before);
    LayoutFrame foreign = new LayoutFrame(Golden.layout(), 3, "settling", OptionalDouble.empty());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TsneRun.resume(
                SearchedRows.alone(Golden.noise(9, 2, 1)), method, foreign, JobContext.direct()));
  }

  @Test
  void parametersTurnedWhileItRunsAreUsed() {
    TsneRun run = start(Golden.points(), method(5, 30, 300));
    run.step(40, NEVER);
    run.change(
        LiveChange.perplexity(5).and(LiveChange.exaggeration(4)).and(LiveChange.learningRate(50)));
    assertEquals(new LiveParameters.OfTsne(5, 4, 50), run.parameters());
    run.step(20, NEVER);
    assertEquals(5, facts(run.result(NEVER)).perplexity());
    run.change(
        LiveChange.perplexity(60).and(LiveChange.exaggeration(1)).and(LiveChange.learningRate(50)));
    run.step(500, NEVER);
    assertEquals(60, facts(run.result(NEVER)).perplexity());
    assertEquals(new LiveParameters.OfTsne(60, 1, 50), run.parameters());
    Affinities anew = Exact.affinities(Golden.points(), 60);
    float[] positions = run.frame().positions().toArray();
    assertEquals(
        Exact.divergence(Exact.matrix(anew), positions),
        facts(run.result(NEVER)).divergence(),
        0.005);
  }

  /// Of the affinities as they are, also while the attraction is exaggerated; the tree's Z is good to 0.005, the grid's to 0.003.
  @ParameterizedTest
  @CsvSource({"BARNES_HUT, 0.005", "FFT, 0.003"})
  void theDivergenceToldIsThatOfAllPairs(Tsne.Engine engine, double stated) {
    double[][] p = Exact.matrix(Exact.affinities(Golden.points(), 30));
    TsneRun run = start(Golden.points(), new Tsne(30, 5, engine, 100, 200, 12, 0));
    for (int reached : new int[] {50, 100, 150, 300}) {
      LayoutFrame frame = run.step(reached - run.frame().iteration(), NEVER);
      assertEquals(reached, frame.iteration());
      double exact = Exact.divergence(p, frame.positions().toArray());
      assertEquals(exact, frame.divergence().orElseThrow(), stated, "iteration " + reached);
      assertEquals(exact, facts(run.result(NEVER)).divergence(), stated, "iteration " + reached);
    }
  }

  @Test
  void whatIsLeftUnchangedFollowsThePlan() {
    TsneRun run = start(Golden.points(), method(5, 10, 100));
    run.change(LiveChange.perplexity(20));
    run.step(10, NEVER);
    assertEquals(new LiveParameters.OfTsne(20, 1, 400), run.parameters());
  }

  /// The person looked at the parameters while the early exaggeration still held, and turns the perplexity long after.
  @Test
  void turningOnlyThePerplexityLateDoesNotBringTheEarlyExaggerationBack() {
    TsneRun run = start(Golden.points(), method(5, 10, 100));
    assertEquals(12, run.parameters().exaggeration());
    run.step(50, NEVER);
    run.change(LiveChange.perplexity(20));
    assertEquals(new LiveParameters.OfTsne(20, 1, 400), run.parameters());
  }

  @Test
  void whatWasTurnedBeforeStaysAndARateOfZeroGoesBackToThePlan() {
    TsneRun run = start(Golden.points(), method(5, 10, 100));
    run.change(LiveChange.exaggeration(4).and(LiveChange.learningRate(50)));
    run.change(LiveChange.perplexity(20));
    assertEquals(new LiveParameters.OfTsne(20, 4, 50), run.parameters());
    run.change(LiveChange.learningRate(0));
    assertEquals(new LiveParameters.OfTsne(20, 4, 100), run.parameters());
  }

  @Test
  void refusesParametersOutOfRange() {
    TsneRun run = start(Golden.points(), method(5, 10, 100));
    for (LiveChange.OfTsne wrong :
        List.of(
            LiveChange.perplexity(Double.NaN),
            LiveChange.exaggeration(0.5),
            LiveChange.learningRate(-1),
            LiveChange.learningRate(Double.NaN))) {
      assertThrows(IllegalArgumentException.class, () -> run.change(wrong));
    }
  }

  @Test
  void aRunThatFliesApartSaysSoAndCanGoOnFromItsLastFrame() {
    TsneRun run = start(Golden.points(), method(5, 30, 300));
    float[] good = run.step(40, NEVER).positions().toArray();
    run.change(
        LiveChange.perplexity(30)
            .and(LiveChange.exaggeration(1))
            .and(LiveChange.learningRate(Double.MAX_VALUE)));
    LayoutDiverged problem = assertThrows(LayoutDiverged.class, () -> run.step(20, NEVER));
    assertTrue(problem.report().why().contains("1.797"), problem.report().why());
    assertTrue(problem.report().remedy().contains("iteration 40 is the last good one"));
    assertArrayEquals(good, run.frame().positions().toArray(), 0);
    run.change(LiveChange.learningRate(0));
    assertTrue(run.step(20, NEVER).positions().isFinite());
    assertEquals(60, run.frame().iteration());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10})
  void fewPointsWorkAndTheCapIsReported(int count) {
    TsneRun run = start(Golden.noise(count, 3, count), Tsne.standard());
    run.step(750, NEVER);
    Projection projection = run.result(NEVER);
    assertTrue(projection.layout().isFinite());
    assertEquals((count - 1) / 3.0, facts(projection).perplexity());
    assertTrue(Double.isFinite(facts(projection).divergence()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void fewerAreRefused(int count) {
    assertThrows(TooFewPoints.class, () -> start(Golden.noise(count, 3, 1), Tsne.standard()));
  }

  /// Each is as near to all others as to any: one place for all shows exactly that, with nothing lost.
  @Test
  void equalVectorsStandTogetherWithoutDivergence() {
    VectorBlock equal = Golden.points().select(new int[50]);
    TsneRun run = start(equal, method(5, 100, 200));
    assertTrue(run.step(300, NEVER).positions().isFinite());
    assertEquals(0, facts(run.result(NEVER)).divergence(), 1e-6);
  }
}
