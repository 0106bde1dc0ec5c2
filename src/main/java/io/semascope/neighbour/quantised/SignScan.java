package io.semascope.neighbour.quantised;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import io.semascope.vector.DenseVector;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One query's pass over the bits of all rows: keeps those that differ from it least.
public final class SignScan {
  private final SignCodes codes;
  private final SignKernel kernel;
  private final int wanted;
  private final IntPredicate accepted;

  /// @param wanted how many rows, at least 1
  /// @param accepted the rows that may be found; may be called from several threads
  public SignScan(SignCodes codes, int wanted, IntPredicate accepted) {
    this(codes, SignKernel.best(), wanted, accepted);
  }

  SignScan(SignCodes codes, SignKernel kernel, int wanted, IntPredicate accepted) {
    this.codes = codes;
    this.kernel = kernel;
    this.wanted = wanted;
    this.accepted = accepted;
  }

  /// The accepted rows that differ from `query` in the fewest bits, ascending: as many as wanted where there are so many, and all others that differ in no
  /// more bits than the last of them. The same on any number of cores. Throws `JobCancelled` when asked to stop.
  public int[] nearest(DenseVector query, Cancellation cancellation) {
    long[] bits = codes.bits(query);
    Part[] parts = new Part[codes.parts()];
    Fork.blocks(parts.length, cancellation, part -> parts[part] = new Part(part, bits));
    int[] histogram = new int[codes.dimension() + 1];
    for (Part part : parts) {
      for (int distance = 0; distance < histogram.length; distance++) {
        histogram[distance] += part.histogram[distance];
      }
    }
    int most = reach(histogram);
    return Arrays.stream(parts).flatMapToInt(part -> part.within(most)).toArray();
  }

  /// The distance within which there are enough rows.
  private int reach(int[] histogram) {
    int within = 0;
    for (int distance = 0; distance < histogram.length; distance++) {
      within += histogram[distance];
      if (within >= wanted) {
        return distance;
      }
    }
    return histogram.length;
  }

  /// What one chunk has to offer: every accepted row no farther than the wanted number of its own, so that none of the nearest of all is missing.
  private final class Part {
    private final int[] histogram = new int[codes.dimension() + 1];
    private int[] rows = new int[64];
    private int[] distances = new int[64];
    private int size;

    Part(int part, long[] bits) {
      int first = part * SignCodes.CHUNK_ROWS;
      int count = Math.min(SignCodes.CHUNK_ROWS, codes.count() - first);
      int[] all = new int[Math.ceilDiv(count, SignCodes.GROUP) * SignCodes.GROUP];
      kernel.distances(bits, codes.chunk(part), all);
      int most = codes.dimension();
      int within = 0;
      for (int i = 0; i < count; i++) {
        if (all[i] <= most && accepted.test(first + i)) {
          keep(first + i, all[i]);
          within++;
          while (within - histogram[most] >= wanted) {
            within -= histogram[most--];
          }
        }
      }
    }

    private void keep(int row, int distance) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        distances = Arrays.copyOf(distances, 2 * size);
      }
      rows[size] = row;
      distances[size++] = distance;
      histogram[distance]++;
    }

    private IntStream within(int most) {
      return IntStream.range(0, size).filter(i -> distances[i] <= most).map(i -> rows[i]);
    }
  }
}
