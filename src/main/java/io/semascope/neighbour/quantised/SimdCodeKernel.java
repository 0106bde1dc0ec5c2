package io.semascope.neighbour.quantised;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.B2I;

import io.semascope.vector.RowRange;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API: bytes are widened to 32 bits on their way from memory, four rows at once.
///
/// Loading this class needs the module `jdk.incubator.vector`; only `CodeKernel` names it.
final class SimdCodeKernel implements CodeKernel {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// A byte for every lane; there is no shape of less than 64 bits, see `fits`.
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));

  /// Whether the registers are wide enough: at least 256 bits.
  static boolean fits() {
    return LANES * Byte.SIZE >= 64;
  }

  @Override
  public boolean sideBySide() {
    return true;
  }

  @Override
  public void dots(int[] query, RowCodes codes, RowRange rows, int[] products) {
    byte[] chunk = codes.chunk(rows.first());
    int at = codes.offset(rows.first());
    int row = 0;
    for (; row <= rows.count() - 4; row += 4) {
      fourDots(query, chunk, at + row * query.length, products, row);
    }
    for (; row < rows.count(); row++) {
      products[row] = rest(query, chunk, at + row * query.length, 0);
    }
  }

  private static void fourDots(int[] query, byte[] chunk, int at, int[] products, int target) {
    int at1 = at + query.length;
    int at2 = at1 + query.length;
    int at3 = at2 + query.length;
    IntVector sum0 = IntVector.zero(SPECIES);
    IntVector sum1 = sum0;
    IntVector sum2 = sum0;
    IntVector sum3 = sum0;
    int i = 0;
    for (; i <= query.length - LANES; i += LANES) {
      IntVector values = IntVector.fromArray(SPECIES, query, i);
      sum0 = sum0.add(values.mul(lanes(chunk, at + i)));
      sum1 = sum1.add(values.mul(lanes(chunk, at1 + i)));
      sum2 = sum2.add(values.mul(lanes(chunk, at2 + i)));
      sum3 = sum3.add(values.mul(lanes(chunk, at3 + i)));
    }
    products[target] = sum0.reduceLanes(ADD) + rest(query, chunk, at, i);
    products[target + 1] = sum1.reduceLanes(ADD) + rest(query, chunk, at1, i);
    products[target + 2] = sum2.reduceLanes(ADD) + rest(query, chunk, at2, i);
    products[target + 3] = sum3.reduceLanes(ADD) + rest(query, chunk, at3, i);
  }

  private static IntVector lanes(byte[] chunk, int at) {
    return (IntVector) ByteVector.fromArray(BYTES, chunk, at).convertShape(B2I, SPECIES, 0);
  }

  private static int rest(int[] query, byte[] chunk, int at, int from) {
    int sum = 0;
    for (int i = from; i < query.length; i++) {
      sum += query[i] * chunk[at + i];
    }
    return sum;
  }
}
