package io.semascope.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Decodes a text file strictly, piece by piece.
///
/// Taken are UTF-8 with or without a byte order mark and UTF-16 of either order with one. The first byte that does not fit, and the first NUL character
/// (the mark of binary files, and of UTF-16 without a byte order mark), end the reading with `CorpusUnreadable`, which names line and byte.
final class StrictText extends Reader {
  /// Longest text of one document, in UTF-16 units: about ten thousand pages.
  static final int LONGEST_TEXT_CHARS = 16 << 20;

  private final String source;
  private final InputStream bytes;
  private final Encoding encoding;
  private final CharsetDecoder decoder;
  private final ByteBuffer encoded = ByteBuffer.allocate(1 << 16);
  private final CharBuffer decoded = CharBuffer.allocate(1 << 16);
  private long consumedBytes;
  private long line = 1;
  private long lineStarted = 1;
  private boolean afterCarriageReturn;
  private boolean sourceEnded;
  private boolean ended;

  private StrictText(String source, InputStream bytes) throws IOException {
    this.source = source;
    this.bytes = bytes;
    this.encoding = Encoding.of(bytes);
    this.consumedBytes = encoding.markLength();
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    encoded.flip();
    decoded.flip();
  }

  /// @param source the file's name, for people
  static StrictText open(Path file, String source) {
    CorpusUnreadable.requireFile(file, source);
    try {
      return open(Files.newInputStream(file), source);
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// Takes over `bytes` and closes it.
  static StrictText open(InputStream bytes, String source) {
    try {
      return new StrictText(source, new BufferedInputStream(bytes));
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  /// The whole file as one text.
  String readAll() {
    StringBuilder text = new StringBuilder();
    char[] piece = new char[1 << 14];
    for (int n = read(piece, 0, piece.length); n >= 0; n = read(piece, 0, piece.length)) {
      text.append(piece, 0, n);
      requireShort(text.length(), 1);
    }
    return text.toString();
  }

  /// The next line without its end (LF, CRLF or CR), or nothing at the end of the file.
  Optional<String> nextLine() {
    StringBuilder text = new StringBuilder();
    lineStarted = line;
    boolean any = false;
    while (fill()) {
      any = true;
      char c = decoded.get();
      boolean feedOfPair = c == '\n' && afterCarriageReturn;
      afterCarriageReturn = c == '\r';
      if (feedOfPair) {
        any = false;
        continue;
      }
      if (c == '\n' || c == '\r') {
        line++;
        return Optional.of(text.toString());
      }
      text.append(c);
      requireShort(text.length(), lineStarted);
    }
    return any || !text.isEmpty() ? Optional.of(text.toString()) : Optional.empty();
  }

  /// Number of the line `nextLine` gave last, from 1.
  long line() {
    return lineStarted;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, decoded.remaining());
    decoded.get(target, offset, n);
    for (int i = offset; i < offset + n; i++) {
      countLine(target[i]);
    }
    return n;
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  private void countLine(char c) {
    if (c == '\r' || (c == '\n' && !afterCarriageReturn)) {
      line++;
    }
    afterCarriageReturn = c == '\r';
  }

  private void requireShort(int length, long atLine) {
    if (length > LONGEST_TEXT_CHARS) {
      throw CorpusUnreadable.of(
          source,
          "The text that begins in line %,d is longer than %,d characters."
              .formatted(atLine, LONGEST_TEXT_CHARS),
          "Cut the file into shorter texts and import those.");
    }
  }

  /// Makes characters ready; false at the end of the file.
  private boolean fill() {
    try {
      while (!decoded.hasRemaining() && !ended) {
        decoded.clear();
        decodeMore();
        decoded.flip();
      }
      return decoded.hasRemaining();
    } catch (IOException e) {
      throw CorpusUnreadable.fromSystem(source, e);
    }
  }

  private void decodeMore() throws IOException {
    if (!sourceEnded) {
      encoded.compact();
      int n = bytes.read(encoded.array(), encoded.position(), encoded.remaining());
      sourceEnded = n < 0;
      encoded.position(encoded.position() + Math.max(0, n));
      encoded.flip();
    }
    int before = encoded.position();
    CoderResult result = decoder.decode(encoded, decoded, sourceEnded);
    requireNoNul();
    consumedBytes += encoded.position() - before;
    if (result.isError()) {
      throw badByte();
    }
    if (sourceEnded && result.isUnderflow()) {
      decoder.flush(decoded);
      ended = true;
    }
  }

  private void requireNoNul() {
    for (int i = 0; i < decoded.position(); i++) {
      if (decoded.get(i) == 0) {
        String head = new String(decoded.array(), 0, i);
        long offset = consumedBytes + head.getBytes(encoding.charset()).length;
        throw refusal(offset, line + lineEnds(i), "is a NUL character, which no text has");
      }
    }
  }

  private CorpusUnreadable badByte() {
    int unit = encoded.get(encoded.position()) & 0xFF;
    return refusal(
        consumedBytes,
        line + lineEnds(decoded.position()),
        "(0x%02X) is not valid %s".formatted(unit, encoding.title()));
  }

  private CorpusUnreadable refusal(long offset, long atLine, String fault) {
    String kind = encoding.binaryKind().map(name -> "; the file begins like " + name).orElse("");
    return CorpusUnreadable.of(
        source,
        "Byte %,d, in line %,d, %s%s.".formatted(offset, atLine, fault, kind),
        "Save it as UTF-8 text and import it again.");
  }

  /// Line ends among the first `n` characters just decoded.
  private int lineEnds(int n) {
    int ends = 0;
    boolean carriageReturn = afterCarriageReturn;
    for (int i = 0; i < n; i++) {
      char c = decoded.get(i);
      if (c == '\r' || (c == '\n' && !carriageReturn)) {
        ends++;
      }
      carriageReturn = c == '\r';
    }
    return ends;
  }

  /// What the first bytes tell.
  ///
  /// @param markLength bytes of the byte order mark, already read
  /// @param binaryKind the well-known binary format that begins so
  private record Encoding(
      Charset charset, String title, int markLength, Optional<String> binaryKind) {
    static Encoding of(InputStream bytes) throws IOException {
      bytes.mark(8);
      byte[] head = bytes.readNBytes(4);
      bytes.reset();
      Encoding found = of(head);
      bytes.skipNBytes(found.markLength);
      return found;
    }

    private static Encoding of(byte[] head) {
      if (begins(head, 0xEF, 0xBB, 0xBF)) {
        return new Encoding(StandardCharsets.UTF_8, "UTF-8", 3, Optional.empty());
      }
      if (begins(head, 0xFF, 0xFE) && !begins(head, 0xFF, 0xFE, 0, 0)) {
        return new Encoding(StandardCharsets.UTF_16LE, "UTF-16", 2, Optional.empty());
      }
      if (begins(head, 0xFE, 0xFF)) {
        return new Encoding(StandardCharsets.UTF_16BE, "UTF-16", 2, Optional.empty());
      }
      return new Encoding(StandardCharsets.UTF_8, "UTF-8", 0, binaryKind(head));
    }

    private static Optional<String> binaryKind(byte[] head) {
      if (begins(head, 0x1F, 0x8B)) {
        return Optional.of("a gzip archive");
      } else if (begins(head, 'P', 'K')) {
        return Optional.of("a ZIP archive or an office document");
      } else if (begins(head, 0x89, 'P', 'N', 'G')) {
        return Optional.of("a PNG picture");
      } else if (begins(head, 0xFF, 0xD8)) {
        return Optional.of("a JPEG picture");
      } else if (begins(head, '%', 'P', 'D', 'F')) {
        return Optional.of("a PDF document");
      } else if (begins(head, 'S', 'Q', 'L', 'i')) {
        return Optional.of("an SQLite database");
      } else if (begins(head, 0xFF, 0xFE, 0, 0)) {
        return Optional.of("UTF-32 text");
      }
      return Optional.empty();
    }

    private static boolean begins(byte[] head, int... expected) {
      for (int i = 0; i < expected.length; i++) {
        if (i >= head.length || (head[i] & 0xFF) != expected[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
