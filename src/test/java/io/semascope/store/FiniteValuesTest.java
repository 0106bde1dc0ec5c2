package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FiniteValuesTest {
  private static final List<Float> FINITE =
      List.of(0f, -0f, -1f, 1f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -1e-40f);

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 17})
  void everyFiniteValueIsTakenAndNoOtherAtAnyPlace(int dimension) {
    float[] values = new float[dimension];
    for (float filling : FINITE) {
      for (int place = 0; place < dimension; place++) {
        for (float finite : FINITE) {
          Arrays.fill(values, filling);
          values[place] = finite;
          assertDoesNotThrow(() -> UnitTable.requireFinite(bytes(values), "row"));
        }
        for (float other :
            List.of(
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                Float.intBitsToFloat(0xff80_0001))) {
          values[place] = other;
          IllegalArgumentException refused =
              assertThrows(
                  IllegalArgumentException.class,
                  () -> UnitTable.requireFinite(bytes(values), "row"));
          assertTrue(
              String.valueOf(refused.getMessage()).endsWith("in dimension " + place),
              String.valueOf(refused.getMessage()));
        }
      }
    }
  }
}
