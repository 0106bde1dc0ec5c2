package io.semascope.neighbour.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.neighbour.subspace.Coordinates;
import io.semascope.neighbour.subspace.LeadingDirections;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairScanTest {
  private static final long SEED = 41;
  private static final PairDistance PLAIN = new ScalarPairDistance();

  static Stream<ScanKernels> kernels() {
    return Stream.of(ScanKernels.plain(), ScanKernels.best());
  }

  /// Every pair by `PairDistance`, sorted: (distance, row) entries of each row in turn.
  private static List<String> oracle(VectorBlock block, int neighbours) {
    List<String> all = new ArrayList<>();
    for (int a = 0; a < block.count(); a++) {
      int row = a;
      IntStream.range(0, block.count())
          .filter(b -> b != row)
          .mapToLong(b -> ((long) Float.floatToIntBits(PLAIN.between(block, row, b)) << 32) | b)
          .sorted()
          .limit(neighbours)
          .forEach(entry -> all.add(row + " " + (int) entry + " " + (int) (entry >>> 32)));
    }
    return all;
  }

  private static List<String> scan(VectorBlock block, int neighbours, ScanKernels kernels) {
    return scan(ScanPlan.exact(block, neighbours, Cancellation.never()), neighbours, kernels);
  }

  private static List<String> scan(ScanPlan plan, int neighbours, ScanKernels kernels) {
    NearestRows nearest = new PairScan(plan, kernels).run(neighbours, JobContext.direct());
    List<String> all = new ArrayList<>();
    for (int row = 0; row < nearest.count(); row++) {
      for (int rank = 0; rank < neighbours; rank++) {
        int distanceBits = Float.floatToIntBits(nearest.squaredDistance(row, rank));
        all.add(row + " " + nearest.neighbour(row, rank) + " " + distanceBits);
      }
    }
    return all;
  }

  private static VectorBlock noise(int count, int dimension, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(gaussian(random, dimension, Math.exp(random.nextGaussian())));
    }
    return VectorBlock.copyOf(rows, dimension);
  }

  private static float[] gaussian(SplittableRandom random, int dimension, double scale) {
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) (scale * random.nextGaussian() + 0.3);
    }
    return values;
  }

  /// Counts around a tile, a panel and a block; dimensions around eight and a register.
  @ParameterizedTest
  @MethodSource("kernels")
  void agreesWithSortingEveryPair(ScanKernels kernels) {
    SplittableRandom random = new SplittableRandom(42);
    for (int count : new int[] {2, 6, 17, 95, 480, 481, 1100}) {
      int dimension = random.nextInt(1, 70);
      VectorBlock block = noise(count, dimension, count);
      int neighbours = Math.min(count - 1, random.nextInt(1, 40));
      assertEquals(
          oracle(block, neighbours),
          scan(block, neighbours, kernels),
          "%d × %d, %d neighbours".formatted(count, dimension, neighbours));
    }
  }

  /// Groups of rows that float32 products cannot tell apart, far from the origin, among exact copies: distances of a few units in the last place.
  @ParameterizedTest
  @MethodSource("kernels")
  void duplicatesAndNearDuplicatesKeepTheirOrder(ScanKernels kernels) {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    int dimension = 48;
    List<float[]> bases = Stream.generate(() -> gaussian(random, dimension, 1)).limit(12).toList();
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 700; row++) {
      float[] values = bases.get(random.nextInt(bases.size())).clone();
      for (int change = random.nextInt(4); change > 0; change--) {
        int i = random.nextInt(dimension);
        values[i] = Math.nextUp(values[i]);
      }
      rows.add(values);
    }
    VectorBlock block = VectorBlock.copyOf(rows, dimension);
    assertEquals(oracle(block, 20), scan(block, 20, kernels), "seed " + seed);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void valuesAtTheEndsOfFloat32AreStillOrdered(ScanKernels kernels) {
    SplittableRandom random = new SplittableRandom(3);
    for (float scale : new float[] {1e-42f, 1e-25f, 1e14f, 1e18f, 3e38f}) {
      List<float[]> rows = new ArrayList<>();
      for (int row = 0; row < 60; row++) {
        float[] values = new float[9];
        for (int i = 0; i < 9; i++) {
          values[i] = (float) (scale * random.nextDouble(-1, 1) * (row % 2 == 0 ? 1 : 1e-3));
        }
        rows.add(values);
      }
      VectorBlock block = VectorBlock.copyOf(rows, 9);
      assertEquals(oracle(block, 11), scan(block, 11, kernels), "scale " + scale);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rowsThatAreNotFiniteComeLastAndSpoilNoOther(ScanKernels kernels) {
    SplittableRandom random = new SplittableRandom(4);
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 50; row++) {
      float[] values = gaussian(random, 5, 1);
      if (row % 7 == 2) {
        values[row % 5] = row % 2 == 0 ? Float.NaN : Float.NEGATIVE_INFINITY;
      }
      rows.add(values);
    }
    VectorBlock block = VectorBlock.copyOf(rows, 5);
    assertEquals(oracle(block, 45), scan(block, 45, kernels));
  }

  /// Few directions of data that has some strong ones, near-duplicates among it: most pairs are turned away, and none that matters.
  @ParameterizedTest
  @MethodSource("kernels")
  void comparingInASubspaceFirstChangesNothing(ScanKernels kernels) {
    long seed = 9;
    SplittableRandom random = new SplittableRandom(seed);
    int dimension = 64;
    List<float[]> rows = new ArrayList<>();
    for (int row = 0; row < 1_500; row++) {
      float[] values = gaussian(random, dimension, 1);
      for (int i = 0; i < dimension; i++) {
        values[i] /= 1 + i;
      }
      rows.add(row % 5 == 4 ? rows.get(random.nextInt(row)).clone() : values);
      rows.getLast()[random.nextInt(dimension)] += (float) (1e-6 * random.nextGaussian());
    }
    VectorBlock block = VectorBlock.copyOf(rows, dimension);
    CentredRows centred = CentredRows.of(block, Cancellation.never());
    List<String> expected = oracle(block, 10);
    for (int directions : new int[] {1, 8, 40}) {
      Subspace subspace = LeadingDirections.of(block, directions, Cancellation.never());
      ScanPlan plan = ScanPlan.inSubspace(centred, subspace, Cancellation.never());
      assertEquals(
          expected, scan(plan, 10, kernels), "seed " + seed + ", " + directions + " directions");
    }
  }

  /// Axes that are neither of length one nor at right angles only loosen the sieve by as much as they are off.
  @Test
  void skewAxesChangeNothingEither() {
    VectorBlock block = noise(900, 12, 21);
    SplittableRandom random = new SplittableRandom(5);
    Subspace good = LeadingDirections.of(block, 6, Cancellation.never());
    List<float[]> axes = new ArrayList<>();
    for (int axis = 0; axis < 6; axis++) {
      float[] values = good.axes().row(axis).toArray();
      values[random.nextInt(12)] += 0.01f;
      axes.add(values);
    }
    CentredRows centred = CentredRows.of(block, Cancellation.never());
    ScanPlan plan =
        ScanPlan.inSubspace(
            centred, Subspace.of(axes, 12, Cancellation.never()), Cancellation.never());
    assertEquals(oracle(block, 7), scan(plan, 7, ScanKernels.best()));
  }

  @Test
  void oneCoreFindsWhatAllCoresFind() throws Exception {
    VectorBlock block = noise(2_000, 20, 11);
    ScanKernels best = kernels().toList().getLast();
    List<String> all = scan(block, 10, best);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertEquals(all, one.submit(() -> scan(block, 10, best)).get());
    }
  }

  @Test
  void theTwoDistancesAgreeToTheLastBit() {
    for (int dimension : new int[] {1, 7, 8, 9, 100, 384}) {
      VectorBlock block = noise(20, dimension, dimension);
      for (int row = 0; row < 19; row++) {
        double exact = block.row(row).distance(block.row(row + 1));
        float plain = PLAIN.between(block, row, row + 1);
        assertEquals(plain, ScanKernels.best().distance().between(block, row, row + 1));
        assertEquals(exact * exact, plain, 0x1p-23 * exact * exact);
      }
    }
  }

  /// What passes the sieve is the same whatever the width of the registers, since a product is summed in one order.
  @Test
  void aQuickLookSendsAwayOnlyWhatIsBeyond() {
    Random random = new Random(SEED);
    for (int dimension : new int[] {1, 7, 32, 100, 384}) {
      for (float scale : new float[] {1e-22f, 1e-6f, 1, 1e15f, 1e19f}) {
        float[][] rows = new float[20][dimension];
        for (float[] row : rows) {
          for (int i = 0; i < dimension; i++) {
            row[i] = (float) (random.nextGaussian() * scale + (random.nextBoolean() ? scale : 0));
          }
        }
        VectorBlock block = VectorBlock.copyOf(Arrays.asList(rows), dimension);
        for (PairDistance each : List.of(new ScalarPairDistance(), new SimdPairDistance())) {
          for (int a = 1; a < rows.length; a++) {
            float distance = each.between(block, a, a - 1);
            assertFalse(each.isSurelyBeyond(block, a, a - 1, distance), "seed " + SEED);
            assertFalse(each.isSurelyBeyond(block, a, a - 1, Float.NaN));
            boolean plain = distance > 1e-30 && distance < Float.POSITIVE_INFINITY;
            if (plain) {
              assertTrue(each.isSurelyBeyond(block, a, a - 1, distance * 0.999f), "seed " + SEED);
            }
          }
        }
      }
    }
  }

  @Test
  void theTwoTileKernelsLetTheSamePairsPass() {
    VectorBlock block = noise(480, 33, 5);
    List<List<Integer>> passed = kernels().map(kernels -> passed(kernels.tile(), block)).toList();
    assertEquals(passed.getFirst(), passed.getLast());
    int share = passed.getFirst().size();
    assertTrue(share > 480 && share < 480 * 240, share + " pairs passed");
  }

  private static List<Integer> passed(TileKernel kernel, VectorBlock block) {
    TileBlock.Shape shape = new TileBlock.Shape(34, kernel.columns());
    int[] ids = IntStream.range(0, 480).toArray();
    TileBlock tile =
        new TileBlock(ids, new NearestRows(480, 4), shape, new float[shape.values()])
            .filled(Coordinates.all(CentredRows.asTheyAre(block)), Cancellation.never());
    for (int row = 0; row < 480; row++) {
      for (int other = 0; other < 120; other++) {
        tile.offer(row, PLAIN.between(block, row, (row + 1 + other) % 480), other);
      }
    }
    Tiles tiles = new Tiles(tile, tile, kernel);
    List<Integer> all = new ArrayList<>();
    for (int group = 0; group < 480 / TileKernel.ROWS; group++) {
      for (int panel = 0; panel < 480 / kernel.columns(); panel++) {
        int count = kernel.compare(tiles, group, panel);
        for (int i = 0; i < count; i++) {
          int row = group * TileKernel.ROWS + tiles.passed()[i] / kernel.columns();
          int column = panel * kernel.columns() + tiles.passed()[i] % kernel.columns();
          all.add(row * 480 + column);
        }
      }
    }
    return all.stream().sorted().toList();
  }
}
