package io.semascope.neighbour.approximate;

import java.util.List;

/// What a file of a saved index turned out to be.
public sealed interface SavedIndex {
  /// There is no file.
  record Missing() implements SavedIndex {}

  /// There is one, but it is not to be used.
  ///
  /// @param reason half a sentence for people, `it was built from other vectors`
  record Refused(String reason) implements SavedIndex {}

  /// An index over the vectors at hand.
  ///
  /// @param recalls what was measured of it
  record Usable(HnswIndex index, List<Recall> recalls) implements SavedIndex {
    public Usable {
      recalls = List.copyOf(recalls);
    }
  }
}
