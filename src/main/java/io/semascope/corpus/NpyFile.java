package io.semascope.corpus;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Vectors in numpy's own file format (NEP 1, versions 1.0 to 3.0): a two-dimensional array, one row a vector, C order.
public final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER_BYTES = 1 << 16;
  private static final int ALIGNMENT_BYTES = 64;

  /// numpy leaves room so that the first axis can grow in place (`GROWTH_AXIS_MAX_DIGITS` in numpy/lib/format.py).
  private static final int GROWTH_DIGITS = 21;

  private static final long MOST_BYTES = 1L << 34;
  private static final int BUFFER_BYTES = 1 << 20;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']{1,20})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]{0,200})\\)");

  private final String source;
  private final FileChannel channel;

  private NpyFile(String source, FileChannel channel) {
    this.source = source;
    this.channel = channel;
  }

  /// What a file of vectors held.
  ///
  /// @param notes what was converted, one sentence each
  public record Contents(VectorBlock vectors, List<String> notes) {
    public Contents {
      notes = List.copyOf(notes);
    }
  }

  /// Reads `<f4`, or `<f8` rounded to float32 with a note. Throws `CorpusUnreadable` for another type, order or shape, for a file that is shorter or longer
  /// than it says, and, naming the row (counted from 0), for a value that is not finite and for a row of zeros, which has no direction.
  public static Contents read(Path file, Cancellation cancellation) {
    String source = CorpusReader.name(file);
    CorpusUnreadable.requireFile(file, source);
    try (FileChannel channel = FileChannel.open(file)) {
      return new NpyFile(source, channel).read(cancellation);
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// How large the vectors of a file are in memory, in bytes. Throws `CorpusUnreadable` as `read` does before it reads values.
  public static long bytesInMemory(Path file) {
    String source = CorpusReader.name(file);
    CorpusUnreadable.requireFile(file, source);
    try (FileChannel channel = FileChannel.open(file)) {
      Shape shape = new NpyFile(source, channel).checkedShape();
      return (long) shape.count() * shape.dimension() * Float.BYTES;
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// How many rows a file has. Throws `CorpusUnreadable` as `read` does before it reads values.
  public static int rows(Path file) {
    String source = CorpusReader.name(file);
    try (FileChannel channel = FileChannel.open(file)) {
      return new NpyFile(source, channel).checkedShape().count();
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// Reads the same file through memory for at most `partBytes`, or for one row, and gives each part to `receiver`, which keeps nothing of it: its memory is gone
  /// afterwards. Throws as `read` does, for a bad row when its part comes.
  ///
  /// @return what was converted, one sentence each
  public static List<String> readInParts(
      Path file, long partBytes, Consumer<VectorBlock> receiver, Cancellation cancellation) {
    String source = CorpusReader.name(file);
    CorpusUnreadable.requireFile(file, source);
    try (FileChannel channel = FileChannel.open(file)) {
      return new NpyFile(source, channel).readInParts(partBytes, receiver, cancellation);
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// Writes float32 in C order, byte for byte as `numpy.save` does. Throws `ExportFailed`, and `JobCancelled` when asked to stop: an older file stays then.
  public static void write(Path file, VectorBlock vectors, Cancellation cancellation) {
    ExportFile.write(
        file,
        out -> {
          out.write(header(vectors.count(), vectors.dimension()));
          writeRows(vectors.segment(), out, cancellation);
        });
  }

  /// Writes the same part by part, as its rows come, whole or not at all: whatever `parts` throws leaves an older file as it was. Throws `ExportFailed`, also
  /// when fewer or more rows came.
  ///
  /// @param count rows of all parts together
  /// @param parts is given what writes a part, and hands over one after the other
  public static void writeInParts(
      Path file, int count, int dimension, Consumer<Consumer<VectorBlock>> parts) {
    ExportFile.write(
        file,
        out -> {
          out.write(header(count, dimension));
          PartsOut written = new PartsOut(out, dimension);
          try {
            parts.accept(written);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
          if (written.rows != count) {
            throw ExportFailed.because(
                file, "%,d rows came where %,d were announced.".formatted(written.rows, count));
          }
        });
  }

  /// Writes parts one behind the other and counts their rows.
  private static final class PartsOut implements Consumer<VectorBlock> {
    private final OutputStream out;
    private final int dimension;
    private long rows;

    PartsOut(OutputStream out, int dimension) {
      this.out = out;
      this.dimension = dimension;
    }

    @Override
    public void accept(VectorBlock part) {
      if (part.dimension() != dimension) {
        throw new IllegalArgumentException(part.dimension() + " dimensions of " + dimension);
      }
      try {
        writeRows(part.segment(), out, Cancellation.never());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      rows += part.count();
    }
  }

  private static byte[] header(int count, int dimension) {
    String number = String.valueOf(count);
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%s, %d), }".formatted(number, dimension)
            + " ".repeat(GROWTH_DIGITS - number.length());
    int prefix = MAGIC.length + 4;
    int length = dictionary.length() + 1;
    int padding = Math.floorMod(-(prefix + length), ALIGNMENT_BYTES);
    return ByteBuffer.allocate(prefix + length + padding)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (length + padding))
        .put((dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static void writeRows(MemorySegment values, OutputStream out, Cancellation cancellation)
      throws IOException {
    byte[] piece = new byte[BUFFER_BYTES];
    for (long offset = 0; offset < values.byteSize(); offset += piece.length) {
      cancellation.check();
      int length = (int) Math.min(piece.length, values.byteSize() - offset);
      MemorySegment.copy(values, ValueLayout.JAVA_BYTE, offset, piece, 0, length);
      out.write(piece, 0, length);
    }
  }

  private Contents read(Cancellation cancellation) throws IOException {
    Shape shape = checkedShape();
    MemorySegment values = VectorBlock.allocate(shape.count(), shape.dimension());
    fill(values, shape, cancellation);
    requireDirections(values, shape, 0, cancellation);
    return new Contents(
        VectorBlock.wrap(values, shape.count(), shape.dimension()), conversions(shape));
  }

  private List<String> readInParts(
      long partBytes, Consumer<VectorBlock> receiver, Cancellation cancellation)
      throws IOException {
    Shape shape = checkedShape();
    long rowBytes = (long) shape.dimension() * Float.BYTES;
    int rowsAtOnce = Math.clamp(partBytes / rowBytes, 1, shape.count());
    for (int first = 0; first < shape.count(); first += rowsAtOnce) {
      int rows = Math.min(rowsAtOnce, shape.count() - first);
      try (Arena part = Arena.ofShared()) {
        MemorySegment values = part.allocate(rows * rowBytes, 64);
        fill(values, shape, cancellation);
        requireDirections(values, shape, first, cancellation);
        receiver.accept(VectorBlock.wrap(values, rows, shape.dimension()));
      }
    }
    return conversions(shape);
  }

  private List<String> conversions(Shape shape) {
    return shape.isDouble()
        ? List.of("The values of “" + source + "” were rounded from float64 to float32.")
        : List.of();
  }

  private Shape checkedShape() throws IOException {
    Shape shape = shape(headerText());
    long expected = (long) shape.count() * shape.dimension() * shape.valueBytes();
    long present = channel.size() - channel.position();
    if (present != expected) {
      throw refusal(
          "Its header promises %,d × %,d values in %,d bytes, but %,d bytes follow."
              .formatted(shape.count(), shape.dimension(), expected, present));
    }
    return shape;
  }

  private String headerText() throws IOException {
    ByteBuffer start = bytes(8);
    for (byte expected : MAGIC) {
      if (start.get() != expected) {
        throw refusal("It does not begin as numpy's files do.");
      }
    }
    int version = start.get();
    int minor = start.get();
    if (version < 1 || version > 3 || minor != 0) {
      throw refusal(
          "Its format version is %d.%d; 1.0, 2.0 and 3.0 are known.".formatted(version, minor));
    }
    int length = version == 1 ? bytes(2).getShort() & 0xFFFF : bytes(4).getInt();
    if (length < 0 || length > LONGEST_HEADER_BYTES) {
      throw refusal(
          "Its header claims %,d bytes; at most %,d make sense."
              .formatted(Integer.toUnsignedLong(length), LONGEST_HEADER_BYTES));
    }
    return new String(bytes(length).array(), StandardCharsets.UTF_8);
  }

  private ByteBuffer bytes(int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw refusal("It ends after %,d bytes, inside its header.".formatted(channel.size()));
      }
    }
    return buffer.flip();
  }

  /// @param valueBytes 4 or 8
  private record Shape(int count, int dimension, int valueBytes) {
    boolean isDouble() {
      return valueBytes == Double.BYTES;
    }
  }

  private Shape shape(String header) {
    String type = field(TYPE, header, "type");
    if (!type.equals("<f4") && !type.equals("<f8")) {
      throw refusal("Its values are of type “%s”; “<f4” and “<f8” can be read.".formatted(type));
    }
    if (field(ORDER, header, "order").equals("True")) {
      throw refusal("Its values stand in Fortran order, column by column.");
    }
    String[] axes = field(SHAPE, header, "shape").replaceAll("[L\\s]", "").split(",");
    if (axes.length != 2 || axes[0].isEmpty()) {
      throw refusal("Its shape is (%s), not rows × dimensions.".formatted(String.join(", ", axes)));
    }
    int valueBytes = type.equals("<f4") ? Float.BYTES : Double.BYTES;
    long count = axis(axes[0]);
    long dimension = axis(axes[1]);
    if (count < 1 || dimension < 1 || (double) count * dimension * valueBytes > MOST_BYTES) {
      throw refusal(
          "Its shape is (%,d, %,d); at least one row and one dimension and at most %,d bytes can be read."
              .formatted(count, dimension, MOST_BYTES));
    }
    return new Shape(Math.toIntExact(count), Math.toIntExact(dimension), valueBytes);
  }

  private long axis(String digits) {
    if (digits.isEmpty() || digits.length() > 10 || Long.parseLong(digits) > Integer.MAX_VALUE) {
      throw refusal("An axis of its shape is “%s”.".formatted(digits));
    }
    return Long.parseLong(digits);
  }

  private String field(Pattern pattern, String header, String what) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw refusal("Its header does not tell the %s of the values.".formatted(what));
    }
    return matcher.group(1);
  }

  /// Reads the next values, as many as there is room for.
  private void fill(MemorySegment values, Shape shape, Cancellation cancellation)
      throws IOException {
    if (shape.isDouble()) {
      fillRounded(values, cancellation);
      return;
    }
    // The file has them as memory has them.
    for (long from = 0; from < values.byteSize(); from += BUFFER_BYTES) {
      cancellation.check();
      ByteBuffer piece =
          values.asSlice(from, Math.min(BUFFER_BYTES, values.byteSize() - from)).asByteBuffer();
      fill(piece);
    }
  }

  private void fillRounded(MemorySegment values, Cancellation cancellation) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long written = 0; written < values.byteSize(); written += BUFFER_BYTES / 2) {
      cancellation.check();
      long floats =
          Math.min(BUFFER_BYTES / Double.BYTES, (values.byteSize() - written) / Float.BYTES);
      fill(buffer.clear().limit((int) floats * Double.BYTES));
      buffer.flip();
      for (int i = 0; i < floats; i++) {
        float value = (float) buffer.getDouble();
        values.set(VectorBlock.ELEMENT, written + (long) i * Float.BYTES, value);
      }
    }
  }

  private void fill(ByteBuffer piece) throws IOException {
    while (piece.hasRemaining()) {
      if (channel.read(piece) < 0) {
        throw refusal("It became shorter while it was read.");
      }
    }
  }

  /// @param firstRow which row of the file is row 0 of `values`
  private void requireDirections(
      MemorySegment values, Shape shape, int firstRow, Cancellation cancellation) {
    long rows = values.byteSize() / ((long) shape.dimension() * Float.BYTES);
    for (int row = 0; row < rows; row++) {
      if (row % 1024 == 0) {
        cancellation.check();
      }
      boolean zero = true;
      for (int dimension = 0; dimension < shape.dimension(); dimension++) {
        long index = (long) row * shape.dimension() + dimension;
        float value = values.get(VectorBlock.ELEMENT, index * Float.BYTES);
        if (!Float.isFinite(value)) {
          throw refusal(
              "Row %,d has %s in dimension %,d as float32."
                  .formatted(firstRow + row, value, dimension));
        }
        zero &= value == 0;
      }
      if (zero) {
        throw refusal("Row %,d has only zeros, so it points nowhere.".formatted(firstRow + row));
      }
    }
  }

  private CorpusUnreadable refusal(String why) {
    return CorpusUnreadable.of(
        source,
        why,
        "Save finite vectors with numpy.save as a C-ordered float32 array, one row a text.");
  }
}
