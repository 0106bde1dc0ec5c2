package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorBlockTest {
  private final VectorBlock block =
      VectorBlock.copyOf(List.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {-5, 12}), 2);

  @Test
  void rowsComeBackAsTheyWentIn() {
    assertEquals(3, block.count());
    assertEquals(2, block.dimension());
    assertEquals(DenseVector.of(3, 4), block.row(1));
    assertEquals(12f, block.get(2, 1));
  }

  @Test
  void memoryIsLittleEndianRowMajor() {
    byte[] bytes = block.segment().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    assertArrayEquals(
        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}, java.util.Arrays.copyOf(bytes, 8));
  }

  @Test
  void normsAreSummedInDoublePrecision() {
    assertEquals(5, block.norm(1));
    assertEquals(13, block.norm(2));
    VectorBlock large = VectorBlock.copyOf(List.of(new float[] {3e38f, 3e38f}), 2);
    assertEquals(Math.sqrt(2) * (double) 3e38f, large.norm(0), 1e25);
    VectorBlock broken = VectorBlock.copyOf(List.of(new float[] {1, Float.NaN}), 2);
    assertTrue(Double.isNaN(broken.norm(0)));
  }

  @Test
  void selectKeepsTheOrderAsked() {
    VectorBlock selected = block.select(new int[] {2, 0, 2});
    assertEquals(
        List.of(DenseVector.of(-5, 12), DenseVector.of(1, 2), DenseVector.of(-5, 12)),
        List.of(selected.row(0), selected.row(1), selected.row(2)));
  }

  @Test
  void appendPutsTheOtherRowsBehind() {
    VectorBlock both = block.append(block.select(new int[] {1}));
    assertEquals(4, both.count());
    assertEquals(block.row(2), both.row(2));
    assertEquals(block.row(1), both.row(3));
  }

  @Test
  void placesOutsideTheBlockAreRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> block.get(0, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> block.get(3, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> block.norm(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> block.select(new int[] {3}));
    assertThrows(IndexOutOfBoundsException.class, () -> block.row(3));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> VectorBlock.copyOf(List.of(new float[2], new float[3]), 2));
    assertThrows(
        IllegalArgumentException.class, () -> VectorBlock.wrap(VectorBlock.allocate(2, 3), 2, 4));
    assertThrows(IllegalArgumentException.class, () -> VectorBlock.wrap(MemorySegment.NULL, 0, 0));
    assertThrows(
        IllegalArgumentException.class, () -> block.append(VectorBlock.copyOf(List.of(), 3)));
  }

  @Test
  void theMemoryCannotBeWrittenThroughTheBlock() {
    assertThrows(
        IllegalArgumentException.class, () -> block.segment().set(VectorBlock.ELEMENT, 0, 7f));
  }
}
