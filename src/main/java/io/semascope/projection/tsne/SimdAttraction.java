package io.semascope.projection.tsne;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: two registers of four lanes, which every machine has; one of eight is a twentieth faster where there is one, which gathering hides.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `Attraction` names it.
final class SimdAttraction extends Attraction {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_128;
  private static final int HALF = LANES / 2;
  private static final long HALF_BYTES = (long) HALF * Float.BYTES;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  void add(Affinities affinities, int from, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector x0 = FloatVector.fromArray(SPECIES, sumX, 0);
    FloatVector x1 = FloatVector.fromArray(SPECIES, sumX, HALF);
    FloatVector y0 = FloatVector.fromArray(SPECIES, sumY, 0);
    FloatVector y1 = FloatVector.fromArray(SPECIES, sumY, HALF);
    MemorySegment values = affinities.values;
    int whole = count / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      long at = (long) (from + i) * Float.BYTES;
      FloatVector right0 = FloatVector.fromArray(SPECIES, dx, i);
      FloatVector above0 = FloatVector.fromArray(SPECIES, dy, i);
      FloatVector pull0 =
          FloatVector.fromMemorySegment(SPECIES, values, at, ORDER)
              .div(right0.fma(right0, above0.fma(above0, one)));
      x0 = pull0.fma(right0, x0);
      y0 = pull0.fma(above0, y0);
      FloatVector right1 = FloatVector.fromArray(SPECIES, dx, i + HALF);
      FloatVector above1 = FloatVector.fromArray(SPECIES, dy, i + HALF);
      FloatVector pull1 =
          FloatVector.fromMemorySegment(SPECIES, values, at + HALF_BYTES, ORDER)
              .div(right1.fma(right1, above1.fma(above1, one)));
      x1 = pull1.fma(right1, x1);
      y1 = pull1.fma(above1, y1);
    }
    x0.intoArray(sumX, 0);
    x1.intoArray(sumX, HALF);
    y0.intoArray(sumY, 0);
    y1.intoArray(sumY, HALF);
    for (int i = whole; i < count; i++) {
      add(i, affinities.value(from + i));
    }
  }
}
