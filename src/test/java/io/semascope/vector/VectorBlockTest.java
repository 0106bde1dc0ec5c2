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

  private static VectorBlock roomy() {
    MemorySegment memory = VectorBlock.allocateWithRoom(2, 2);
    for (int i = 0; i < 4; i++) {
      memory.setAtIndex(VectorBlock.ELEMENT, i, i);
    }
    return VectorBlock.wrapWithRoom(memory, 2, 2);
  }

  @Test
  void whereThereIsRoomAppendingCopiesNothing() {
    VectorBlock base = roomy();
    VectorBlock one = base.append(block.select(new int[] {2}));
    VectorBlock two = one.append(block.select(new int[] {0}));
    assertEquals(base.segment().address(), two.segment().address());
    assertEquals(List.of(2, 3, 4), List.of(base.count(), one.count(), two.count()));
    assertEquals(16, base.segment().byteSize());
    assertEquals(DenseVector.of(-5, 12), two.row(2));
    assertEquals(DenseVector.of(1, 2), two.row(3));
    assertThrows(IndexOutOfBoundsException.class, () -> one.row(3));
  }

  @Test
  void aRowThatSomeBlockShowsIsNeverWrittenAgain() {
    VectorBlock base = roomy();
    VectorBlock one = base.append(block.select(new int[] {2}));
    VectorBlock other = base.append(block.select(new int[] {0}));
    VectorBlock shorter = one.firstRows(1).append(block.select(new int[] {1}));
    assertEquals(DenseVector.of(-5, 12), one.row(2));
    assertEquals(DenseVector.of(2, 3), one.row(1));
    assertEquals(DenseVector.of(1, 2), other.row(2));
    assertEquals(block.row(1), shorter.row(1));
    assertEquals(2, shorter.count());
  }

  @Test
  void moreRowsThanThereIsRoomForMoveTheBlock() {
    VectorBlock base = roomy();
    VectorBlock many = base.append(block.select(new int[1000]));
    assertEquals(1002, many.count());
    assertEquals(base.row(1), many.row(1));
    assertEquals(block.row(0), many.row(1001));
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
