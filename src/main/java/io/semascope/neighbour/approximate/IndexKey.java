package io.semascope.neighbour.approximate;

import io.semascope.job.Cancellation;
import io.semascope.vector.VectorBlock;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a saved index was built from; it may be used only when every part is the same.
///
/// @param space fingerprint of the contract the vectors share
/// @param vectors SHA-256 of their values, 64 hexadecimal digits
/// @param rows how many there are
/// @param dimension values of a vector
/// @param parameters how the graph was built
public record IndexKey(
    String space, String vectors, int rows, int dimension, HnswParameters parameters) {
  private static final long PIECE_BYTES = 1 << 22;

  /// Reads all values once. Throws `JobCancelled` when asked to stop.
  public static IndexKey of(
      String space, VectorBlock block, HnswParameters parameters, Cancellation cancellation) {
    MessageDigest digest = sha256();
    MemorySegment all = block.segment();
    for (long at = 0; at < all.byteSize(); at += PIECE_BYTES) {
      cancellation.check();
      digest.update(all.asSlice(at, Math.min(PIECE_BYTES, all.byteSize() - at)).asByteBuffer());
    }
    return new IndexKey(
        space,
        HexFormat.of().formatHex(digest.digest()),
        block.count(),
        block.dimension(),
        parameters);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
