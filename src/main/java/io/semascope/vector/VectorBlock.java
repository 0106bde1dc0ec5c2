package io.semascope.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/// An immutable block of n float32 vectors of d dimensions, row-major, off the Java heap.
///
/// Safe for use from any thread. The memory is freed when the block is no longer reachable.
public final class VectorBlock {
  /// Little-endian whatever the machine, so that a block can be stored and mapped as it is.
  public static final ValueLayout.OfFloat ELEMENT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Rows that can be appended before a block has to move: many more texts than a person types between two imports.
  private static final int SPARE_ROWS = 256;

  private final MemorySegment segment;
  private final Room room;
  private final int count;
  private final int dimension;

  private VectorBlock(Room room, int count, int dimension) {
    this.room = room;
    this.segment = room.whole.asSlice(0, rowOffset(count, dimension)).asReadOnly();
    this.count = count;
    this.dimension = dimension;
  }

  /// Memory that may reach beyond the rows of a block. The rows that any block shows are never written again.
  ///
  /// @param taken rows that some block shows
  private record Room(MemorySegment whole, AtomicInteger taken) {}

  /// Wraps `count` × `dimension` little-endian floats, row-major. The caller gives the segment away and no longer writes to it.
  public static VectorBlock wrap(MemorySegment segment, int count, int dimension) {
    if (count < 0 || dimension < 1) {
      throw new IllegalArgumentException("not a block: " + count + " × " + dimension);
    }
    long bytes = rowOffset(count, dimension);
    if (segment.byteSize() != bytes) {
      throw new IllegalArgumentException(
          "a block of " + bytes + " bytes was promised, not " + segment.byteSize());
    }
    return new VectorBlock(new Room(segment, new AtomicInteger(count)), count, dimension);
  }

  /// Wraps the first `count` rows of memory from `allocateWithRoom`; what lies behind them is for rows that are appended.
  public static VectorBlock wrapWithRoom(MemorySegment segment, int count, int dimension) {
    wrap(segment.asSlice(0, rowOffset(count, dimension)), count, dimension);
    return new VectorBlock(new Room(segment, new AtomicInteger(count)), count, dimension);
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

  /// The same with room behind, so that some rows can be appended without a copy; to be given to `wrapWithRoom`.
  public static MemorySegment allocateWithRoom(int count, int dimension) {
    return allocate(Math.addExact(count, SPARE_ROWS), dimension);
  }

  /// What the memory of the block lives by: where two blocks have the same one, the rows of the shorter are the first of the longer.
  public Object memory() {
    return room;
  }

  public int count() {
    return count;
  }

  public int dimension() {
    return dimension;
  }

  public float get(int row, int dimension) {
    long column = Objects.checkIndex(dimension, this.dimension);
    return segment.get(ELEMENT, offset(row) + column * Float.BYTES);
  }

  /// Copies one row into `target`, from its index 0.
  public void copyRow(int row, float[] target) {
    MemorySegment.copy(segment, ELEMENT, offset(row), target, 0, dimension);
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
      MemorySegment.copy(segment, offset(rows[i]), target, i * rowBytes, rowBytes);
    }
    return wrap(target, rows.length, dimension);
  }

  /// The first `rows` rows, sharing this block's memory.
  public VectorBlock firstRows(int rows) {
    Objects.checkIndex(rows, count + 1);
    return new VectorBlock(room, rows, dimension);
  }

  /// This block's rows followed by those of `other`, which has the same dimension: in place where there is room behind the last row and no other block
  /// has taken it, else in new memory with room for more. This block stays as it is.
  public VectorBlock append(VectorBlock other) {
    requireDimension(other.dimension);
    int all = Math.addExact(count, other.count);
    boolean fits = rowOffset(all, dimension) <= room.whole.byteSize();
    if (fits && room.taken.compareAndSet(count, all)) {
      MemorySegment.copy(
          other.segment, 0, room.whole, segment.byteSize(), other.segment.byteSize());
      return new VectorBlock(room, all, dimension);
    }
    MemorySegment target = allocateWithRoom(all, dimension);
    MemorySegment.copy(segment, 0, target, 0, segment.byteSize());
    MemorySegment.copy(other.segment, 0, target, segment.byteSize(), other.segment.byteSize());
    return wrapWithRoom(target, all, dimension);
  }

  /// The Euclidean length of one row, summed in double precision; NaN or infinite when a value of the row is.
  public double norm(int row) {
    long at = offset(row);
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i <= dimension - 4; i += 4, at += 4 * Float.BYTES) {
      sum0 += square(at);
      sum1 += square(at + Float.BYTES);
      sum2 += square(at + 2 * Float.BYTES);
      sum3 += square(at + 3 * Float.BYTES);
    }
    for (; i < dimension; i++, at += Float.BYTES) {
      sum0 += square(at);
    }
    return Math.sqrt((sum0 + sum1) + (sum2 + sum3));
  }

  private double square(long at) {
    double value = segment.get(ELEMENT, at);
    return value * value;
  }

  /// Where a row begins in `segment()`, in bytes. Throws `IndexOutOfBoundsException` for a row that is not there.
  long offset(int row) {
    return rowOffset(Objects.checkIndex(row, count), dimension);
  }

  /// This block's dimension. Throws `IllegalArgumentException` when `other` is not it.
  int requireDimension(int other) {
    if (other != dimension) {
      throw new IllegalArgumentException("dimensions differ: " + other + " and " + dimension);
    }
    return dimension;
  }

  /// The memory itself, read-only: `count()` × `dimension()` little-endian floats, row-major.
  public MemorySegment segment() {
    return segment;
  }

  private static long rowOffset(int row, int dimension) {
    return (long) row * dimension * Float.BYTES;
  }
}
