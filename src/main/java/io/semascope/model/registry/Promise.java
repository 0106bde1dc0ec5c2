package io.semascope.model.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file must turn out to be before a byte of it is used.
///
/// @param bytes its size
/// @param kind how it is hashed
/// @param hash lower-case hexadecimal
record Promise(long bytes, Kind kind, String hash) {
  enum Kind {
    SHA256,
    /// As Git names a file: SHA-1 over `blob <size>`, a zero byte and the content. Hubs state it for small files.
    GIT_BLOB
  }

  /// Takes the file's bytes, in order, and gives the hash at the end.
  MessageDigest digest() {
    try {
      return switch (kind) {
        case SHA256 -> MessageDigest.getInstance("SHA-256");
        case GIT_BLOB -> {
          MessageDigest digest = MessageDigest.getInstance("SHA-1");
          digest.update(
              ("blob " + bytes + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          yield digest;
        }
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256 and SHA-1", e);
    }
  }

  boolean metBy(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest()).equals(hash);
  }
}
