package io.semascope.neighbour.quantised;

import static jdk.incubator.vector.VectorOperators.BIT_COUNT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: a lane per row, so that nothing is ever added across lanes.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `SignKernel` names it.
final class SimdSignKernel implements SignKernel {
  /// At most eight lanes, which divide a group.
  private static final VectorSpecies<Long> SPECIES =
      LongVector.SPECIES_PREFERRED.length() > SignCodes.GROUP
          ? LongVector.SPECIES_512
          : LongVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();

  @Override
  public void distances(long[] query, long[] chunk, int[] distances) {
    int groupWords = query.length * SignCodes.GROUP;
    long[] sums = new long[LANES];
    int row = 0;
    for (int at = 0; at < chunk.length; at += groupWords) {
      for (int lane = 0; lane < SignCodes.GROUP; lane += LANES) {
        LongVector sum = LongVector.zero(SPECIES);
        for (int word = 0; word < query.length; word++) {
          sum =
              sum.add(
                  LongVector.fromArray(SPECIES, chunk, at + word * SignCodes.GROUP + lane)
                      .lanewise(XOR, query[word])
                      .lanewise(BIT_COUNT));
        }
        sum.intoArray(sums, 0);
        for (long one : sums) {
          distances[row++] = (int) one;
        }
      }
    }
  }
}
