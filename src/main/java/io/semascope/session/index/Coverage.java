package io.semascope.session.index;

import java.nio.file.Path;

/// Which vectors an index covers, told by what they are part of: vectors change only with the revision.
///
/// @param method without its dial
/// @param file of the index
/// @param fingerprint of the contract the vectors share
/// @param revision of the space
/// @param rows how many, from the first on
record Coverage(String method, Path file, String fingerprint, long revision, int rows) {
  static Coverage of(IndexedSpace where, SearchMethod.Approximate method) {
    return new Coverage(
        method.name(),
        where.file(),
        where.space().origin().fingerprint().value(),
        where.space().revision(),
        where.rows());
  }

  /// Whether the vectors are of this space, however many it has.
  boolean isOf(IndexedSpace where) {
    return file.equals(where.file())
        && fingerprint.equals(where.space().origin().fingerprint().value())
        && revision == where.space().revision();
  }
}
