package io.semascope.projection.quality;

import io.semascope.job.Cancellation;
import java.util.Arrays;

/// Sorts many numbers piece by piece, looking for a wish to stop between two pieces: sorted at one go, a million take about a tenth of a second.
final class StoppableSort {
  /// Takes some milliseconds, sorted or merged.
  static final int PIECE = 1 << 16;

  private final float[] values;
  private final float[] room;
  private final Cancellation cancellation;

  private StoppableSort(float[] values, Cancellation cancellation) {
    this.values = values;
    this.cancellation = cancellation;
    room = values.length > PIECE ? new float[values.length] : values;
  }

  /// Sorts as `Arrays.sort` does. Throws `JobCancelled` when asked to stop; the values then lie in any order, and some may be there twice.
  static void sort(float[] values, Cancellation cancellation) {
    new StoppableSort(values, cancellation).run();
  }

  private void run() {
    int count = values.length;
    for (int from = 0; from < count; from += PIECE) {
      cancellation.check();
      Arrays.sort(values, from, Math.min(count, from + PIECE));
    }
    float[] source = values;
    float[] target = room;
    boolean inRoom = false;
    for (long width = PIECE; width < count; width *= 2) {
      for (long from = 0; from < count; from += 2 * width) {
        int middle = (int) Math.min(count, from + width);
        merge(source, target, (int) from, middle, (int) Math.min(count, from + 2 * width));
      }
      float[] merged = target;
      target = source;
      source = merged;
      inRoom = !inRoom;
    }
    if (inRoom) {
      System.arraycopy(room, 0, values, 0, count);
    }
  }

  /// Merges `from..middle` and `middle..end`, both in order.
  private void merge(float[] source, float[] target, int from, int middle, int end) {
    int left = from;
    int right = middle;
    for (int at = from; at < end; at++) {
      if ((at & PIECE - 1) == 0) {
        cancellation.check();
      }
      boolean takeLeft =
          right == end || (left < middle && Float.compare(source[left], source[right]) <= 0);
      target[at] = takeLeft ? source[left++] : source[right++];
    }
  }
}
