package io.semascope.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Texts in and out of the database, exactly, whatever UTF-16 code units they hold.
///
/// Well-formed texts are TEXT. One with a NUL or an unpaired surrogate would come back changed or look shorter to SQLite's functions, so it
/// is a BLOB of its UTF-16LE code units.
final class StoredText {
  private StoredText() {}

  static void bind(PreparedStatement statement, int parameter, String text) throws SQLException {
    if (survivesUtf8(text)) {
      statement.setString(parameter, text);
    } else {
      statement.setBytes(parameter, codeUnits(text));
    }
  }

  /// Throws `IllegalArgumentException` when the column holds no text.
  static String read(ResultSet row, int column) throws SQLException {
    return switch (row.getObject(column)) {
      case String text -> text;
      case byte[] bytes when bytes.length % 2 == 0 ->
          ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
      case null, default -> throw new IllegalArgumentException("a text is missing");
    };
  }

  /// SHA-256 of the UTF-16LE code units.
  static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(codeUnits(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] codeUnits(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private static boolean survivesUtf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0 || Character.isLowSurrogate(unit)) {
        return false;
      }
      if (Character.isHighSurrogate(unit)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
