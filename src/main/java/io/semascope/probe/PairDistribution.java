package io.semascope.probe;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.Similarity;
import io.semascope.vector.VectorBlock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/// How similar two random rows of a space are: the background a score is read against. Immutable.
public final class PairDistribution {
  /// Enough for percentiles that are good to about half a percentage point (binomial standard error √(p(1−p)/n) ≤ 0.5 % at n = 10,000).
  public static final int USUAL_PAIRS = 10_000;

  private static final int BLOCK_PAIRS = 2048;

  private final Similarity similarity;
  private final boolean sampled;
  private final int undefinedPairs;

  /// Ascending, every one a number.
  private final double[] values;

  private PairDistribution(Similarity similarity, boolean sampled, double[] all) {
    this.similarity = similarity;
    this.sampled = sampled;
    this.values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).sorted().toArray();
    this.undefinedPairs = all.length - values.length;
  }

  /// What to compare a score with.
  ///
  /// @param similarity how pairs are compared
  /// @param pairs how many to draw, at least 1; all there are when there are no more
  /// @param seed of the draw
  public record Draw(Similarity similarity, int pairs, long seed) {
    public Draw {
      if (pairs < 1) {
        throw new IllegalArgumentException("a pair count of " + pairs);
      }
    }

    /// `USUAL_PAIRS` pairs under seed 42.
    public static Draw usual(Similarity similarity) {
      return new Draw(similarity, USUAL_PAIRS, 42);
    }
  }

  /// Draws pairs of different rows, no pair twice, and compares them in double precision. The same draw from the same block gives the same values.
  /// Throws `JobCancelled` when asked to stop.
  public static PairDistribution of(VectorBlock block, Draw draw, Cancellation cancellation) {
    long available = (long) block.count() * (block.count() - 1) / 2;
    boolean sampled = available > draw.pairs();
    long[] pairs = sampled ? sample(block.count(), draw, cancellation) : all(block.count());
    double[] values = new double[pairs.length];
    Fork.blocks(
        Math.ceilDiv(pairs.length, BLOCK_PAIRS),
        cancellation,
        part -> {
          int end = Math.min((part + 1) * BLOCK_PAIRS, pairs.length);
          for (int i = part * BLOCK_PAIRS; i < end; i++) {
            values[i] =
                draw.similarity().between(block.row(first(pairs[i])), block.row(second(pairs[i])));
          }
        });
    return new PairDistribution(draw.similarity(), sampled, values);
  }

  private static long[] sample(int count, Draw draw, Cancellation cancellation) {
    SplittableRandom random = new SplittableRandom(draw.seed());
    Set<Long> seen = HashSet.newHashSet(draw.pairs());
    long[] pairs = new long[draw.pairs()];
    for (int drawn = 0; drawn < pairs.length; ) {
      if (drawn % BLOCK_PAIRS == 0) {
        cancellation.check();
      }
      int a = random.nextInt(count);
      int b = random.nextInt(count);
      long pair = pair(Math.min(a, b), Math.max(a, b));
      if (a != b && seen.add(pair)) {
        pairs[drawn++] = pair;
      }
    }
    return pairs;
  }

  private static long[] all(int count) {
    long[] pairs = new long[Math.toIntExact((long) count * (count - 1) / 2)];
    int next = 0;
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        pairs[next++] = pair(a, b);
      }
    }
    return pairs;
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second;
  }

  private static int first(long pair) {
    return (int) (pair >>> 32);
  }

  private static int second(long pair) {
    return (int) pair;
  }

  public Similarity similarity() {
    return similarity;
  }

  /// How many pairs stand behind a percentile.
  public int pairs() {
    return values.length;
  }

  /// Whether only some pairs of the space were compared; false means every pair.
  public boolean sampled() {
    return sampled;
  }

  /// Pairs left out because their value is undefined: a row of length zero, by cosine, or a value that is not finite.
  public int undefinedPairs() {
    return undefinedPairs;
  }

  /// The value below which `share` of the pairs lie, in [0, 1]: the nearest rank, so always the value of a real pair. NaN when there are no pairs.
  public double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
    if (values.length == 0) {
      return Double.NaN;
    }
    return values[Math.max(0, (int) Math.ceil(share * values.length) - 1)];
  }

  /// The percentage of pairs that are farther apart than a pair of this value, in [0, 100]: lower for cosine and dot, higher for a distance. Pairs of exactly
  /// this value do not count. NaN when there are no pairs, or for NaN.
  public double percentile(double value) {
    if (values.length == 0 || Double.isNaN(value)) {
      return Double.NaN;
    }
    int farther =
        similarity.largerIsNearer()
            ? firstAtLeast(value)
            : values.length - firstAtLeast(Math.nextUp(value));
    return 100.0 * farther / values.length;
  }

  /// The number of values below `value`.
  private int firstAtLeast(double value) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
