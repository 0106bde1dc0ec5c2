package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.job.Scratch;
import io.semascope.neighbour.SquaredDistances;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows of a space drawn at random, and what has to be known of their neighbours there to judge one map of the space after the other without looking at
/// every vector again. It begins empty and grows by parts; at any time its rows are a random sample. Used by one thread.
///
/// Of each row it keeps its vector, the k nearest rows and `LANDMARKS` distances: 10 MB for 300 rows of 384 dimensions, however many rows there are. While it
/// grows, each core holds the distances from 16 rows to all.
final class SpaceSample {
  /// Spaces of more rows are known to within half a step: the weight of an intruder is then off by less than one part in 8,192, and so is trustworthiness.
  static final int LANDMARKS = 8_192;

  /// One pass over the vectors serves so many rows.
  private static final int ROWS_AT_ONCE = 16;

  /// Pairs of rows compared in one part: a few hundredths of a second. Above 31,250 rows `FEWEST_ROWS` have more, and a part takes longer in
  /// proportion; it can be stopped at any time.
  private static final int PAIRS_AT_ONCE = 1_000_000;

  private static final int FEWEST_ROWS = 2 * ROWS_AT_ONCE;

  private final VectorBlock block;
  private final int[] chosen;
  private final SampledRow.Keeping keeping;
  private final List<SampledRow> known = new ArrayList<>();

  /// @param k how many nearest rows to keep, at least 1; at most (n − 1)/2 are
  /// @param rows how many rows it grows to, if there are so many
  SpaceSample(VectorBlock block, int k, int rows) {
    this(block, rows, new SampledRow.Keeping(k, LANDMARKS));
  }

  SpaceSample(VectorBlock block, int rows, SampledRow.Keeping keeping) {
    this.block = block;
    int count = block.count();
    this.keeping =
        new SampledRow.Keeping(Math.min(keeping.nearest(), (count - 1) / 2), keeping.landmarks());
    chosen = Arrays.copyOf(MapQuality.shuffled(count), Math.min(rows, count));
  }

  /// Takes in as many rows as one part has; none when it is grown up. Throws `JobCancelled` when asked to stop; it has then not grown.
  void grow(Cancellation cancellation) {
    int most = Math.max(FEWEST_ROWS, PAIRS_AT_ONCE / block.count());
    int first = known.size();
    int some = Math.min(most, chosen.length - first);
    SampledRow[] found = new SampledRow[some];
    Scratch<float[][]> scratch = new Scratch<>(() -> new float[ROWS_AT_ONCE][block.count()]);
    Fork.blocks(
        (some + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
        cancellation,
        part -> scratch.lend(distances -> look(first, part, found, distances, cancellation)));
    known.addAll(List.of(found));
  }

  private void look(
      int first, int part, SampledRow[] found, float[][] distances, Cancellation cancellation) {
    int from = part * ROWS_AT_ONCE;
    int some = Math.min(ROWS_AT_ONCE, found.length - from);
    int[] rows = Arrays.copyOfRange(chosen, first + from, first + from + some);
    SquaredDistances.scan(
        block,
        RowTallies.vectors(block, rows),
        cancellation,
        (i, row, values, at, count) -> System.arraycopy(values, at, distances[i], row, count));
    for (int i = 0; i < some; i++) {
      found[from + i] = keeping.of(block, rows[i], distances[i], cancellation);
    }
  }

  /// How many neighbours are compared.
  int neighbours() {
    return keeping.nearest();
  }

  /// The rows it knows by now, in random order.
  int[] rows() {
    return Arrays.copyOf(chosen, known.size());
  }

  /// What it knows of the row at `place` of `rows`.
  SampledRow at(int place) {
    return known.get(place);
  }
}
