package io.semascope.neighbour.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.neighbour.subspace.CentredRows;
import io.semascope.neighbour.subspace.Coordinates;
import io.semascope.neighbour.subspace.LeadingDirections;
import io.semascope.neighbour.subspace.Subspace;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The stages of a scan that take long where a row has many values each look at the cancellation, so that Stop waits for none of them.
final class StoppedScanTest {
  private static VectorBlock noise(int count, int dimension) {
    SplittableRandom random = new SplittableRandom(3);
    MemorySegment values = VectorBlock.allocate(count, dimension);
    for (long i = 0; i < (long) count * dimension; i++) {
      // The first dimensions tell more, so that a subspace of them is worth while.
      double scale = i % dimension < 8 ? 8 : 0.1;
      values.set(VectorBlock.ELEMENT, i * Float.BYTES, (float) (random.nextGaussian() * scale));
    }
    return VectorBlock.wrap(values, count, dimension);
  }

  private static Cancellation requested() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    return cancellation;
  }

  @Test
  void noRowIsLaidOutForComparingOnceAStopIsAskedFor() {
    VectorBlock block = noise(480, 33);
    TileBlock.Shape shape = new TileBlock.Shape(34, 8);
    float[] room = new float[shape.values()];
    TileBlock tile =
        new TileBlock(IntStream.range(0, 480).toArray(), new NearestRows(480, 4), shape, room);
    Coordinates all = Coordinates.all(CentredRows.asTheyAre(block));
    assertThrows(JobCancelled.class, () -> tile.filled(all, requested()));
    assertArrayEquals(new float[shape.values()], room, "not one row");
  }

  @Test
  void theChoiceOfASubspaceIsNotMadeToItsEnd() {
    VectorBlock block = noise(SubspaceChoice.SMALLEST_COUNT, 64);
    CentredRows rows = CentredRows.of(block, Cancellation.never());
    SubspaceChoice.Agreements any = SubspaceChoice.Agreements.any();
    assertTrue(SubspaceChoice.of(rows, 15, any, Cancellation.never()).isPresent());
    Cancellation cancellation = new Cancellation();
    SubspaceChoice.Agreements last =
        directions -> {
          // What follows is the judgement of costs.
          cancellation.request();
          return any.outside(directions);
        };
    assertThrows(JobCancelled.class, () -> SubspaceChoice.of(rows, 15, last, cancellation));
  }

  @Test
  void sampleAndDirectionsAreNotTakenToTheirEnd() {
    VectorBlock block = noise(200, 16);
    CentredRows rows = CentredRows.asTheyAre(block);
    assertThrows(JobCancelled.class, () -> rows.evenly(100, requested()));
    Subspace directions = LeadingDirections.of(block, 4, Cancellation.never());
    List<float[]> axes = new ArrayList<>();
    for (int axis = 0; axis < 4; axis++) {
      axes.add(directions.axes().row(axis).toArray());
    }
    assertThrows(JobCancelled.class, () -> Subspace.of(axes, 16, requested()));
  }
}
