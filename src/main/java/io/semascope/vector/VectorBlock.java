package io.semascope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// An immutable block of n float32 vectors of d dimensions, row-major, off the Java heap.
///
/// Safe for use from any thread. The memory is freed when the block is no longer reachable.
public final class VectorBlock {
  /// Little-endian whatever the machine, so that a block can be stored and mapped as it is.
  public static final ValueLayout.OfFloat ELEMENT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment segment;
  private final int count;
  private final int dimension;

  private VectorBlock(MemorySegment segment, int count, int dimension) {
    this.segment = segment.asReadOnly();
    this.count = count;
    this.dimension = dimension;
  }

  /// Wraps `count` × `dimension` little-endian floats, row-major. The caller gives the segment away and no longer writes to it.
  public static VectorBlock wrap(MemorySegment segment, int count, int dimension) {
    if (count < 0 || dimension < 1) {
      throw new IllegalArgumentException("not a block: " + count + " × " + dimension);
    }
    long bytes = (long) count * dimension * Float.BYTES;
    if (segment.byteSize() != bytes) {
      throw new IllegalArgumentException(
          "a block of " + bytes + " bytes was promised, not " + segment.byteSize());
    }
    return new VectorBlock(segment, count, dimension);
  }

  /// Copies rows of equal length; `dimension` is needed because there may be no row.
  public static VectorBlock copyOf(List<float[]> rows, int dimension) {
    MemorySegment segment = allocate(rows.size(), dimension);
    for (int row = 0; row < rows.size(); row++) {
      float[] values = rows.get(row);
      if (values.length != dimension) {
        throw new IllegalArgumentException(
            "row " + row + " has " + values.length + " values, not " + dimension);
      }
      MemorySegment.copy(values, 0, segment, ELEMENT, rowOffset(row, dimension), dimension);
    }
    return wrap(segment, rows.size(), dimension);
  }

  /// Fresh memory for a block, to be filled and given to `wrap`.
  public static MemorySegment allocate(int count, int dimension) {
    return Arena.ofAuto().allocate((long) count * dimension * Float.BYTES, 64);
  }

  public int count() {
    return count;
  }

  public int dimension() {
    return dimension;
  }

  public float get(int row, int dimension) {
    return segment.get(ELEMENT, rowOffset(row, this.dimension) + (long) dimension * Float.BYTES);
  }

  /// Copies one row into `target`, from its index 0.
  public void copyRow(int row, float[] target) {
    MemorySegment.copy(segment, ELEMENT, rowOffset(row, dimension), target, 0, dimension);
  }

  public DenseVector row(int row) {
    float[] values = new float[dimension];
    copyRow(row, values);
    return DenseVector.of(values);
  }

  /// The rows named, in the order named.
  public VectorBlock select(int[] rows) {
    MemorySegment target = allocate(rows.length, dimension);
    long rowBytes = (long) dimension * Float.BYTES;
    for (int i = 0; i < rows.length; i++) {
      MemorySegment.copy(segment, rowOffset(rows[i], dimension), target, i * rowBytes, rowBytes);
    }
    return wrap(target, rows.length, dimension);
  }

  /// This block's rows followed by those of `other`, which has the same dimension.
  public VectorBlock append(VectorBlock other) {
    if (other.dimension != dimension) {
      throw new IllegalArgumentException(
          "dimensions differ: " + dimension + " and " + other.dimension);
    }
    MemorySegment target = allocate(Math.addExact(count, other.count), dimension);
    MemorySegment.copy(segment, 0, target, 0, segment.byteSize());
    MemorySegment.copy(other.segment, 0, target, segment.byteSize(), other.segment.byteSize());
    return wrap(target, count + other.count, dimension);
  }

  /// The memory itself, read-only: `count()` × `dimension()` little-endian floats, row-major.
  public MemorySegment segment() {
    return segment;
  }

  private static long rowOffset(int row, int dimension) {
    return (long) row * dimension * Float.BYTES;
  }
}
