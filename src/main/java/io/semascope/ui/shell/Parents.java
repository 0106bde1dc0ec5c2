package io.semascope.ui.shell;

import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the coarser piece that a finer one was cut from, in a space that holds two levels.
final class Parents {
  private final Granularity coarse;
  private final Map<String, List<Chunk>> byDocument;

  private Parents(Granularity coarse, Map<String, List<Chunk>> byDocument) {
    this.coarse = coarse;
    this.byDocument = byDocument;
  }

  /// The first level of the space is the coarser one; with one level nothing has a parent.
  static Parents in(VectorSpace space) {
    Map<String, List<Chunk>> byDocument = new HashMap<>();
    if (space.granularities().size() < 2) {
      return new Parents(new Granularity.WholeDocument(), byDocument);
    }
    Granularity coarse = space.granularities().getFirst();
    for (TextUnit unit : space.units()) {
      if (unit instanceof Chunk chunk && chunk.granularity().equals(coarse)) {
        byDocument.computeIfAbsent(chunk.documentId(), document -> new ArrayList<>()).add(chunk);
      }
    }
    return new Parents(coarse, byDocument);
  }

  /// The id of the coarse chunk of the same document whose span holds all of this one; empty when there is none.
  String of(TextUnit unit) {
    return switch (unit) {
      case TypedText typed -> "";
      case Chunk chunk when chunk.granularity().equals(coarse) -> "";
      case Chunk chunk ->
          byDocument.getOrDefault(chunk.documentId(), List.of()).stream()
              .filter(parent -> parent.span().contains(chunk.span()))
              .findFirst()
              .map(Chunk::id)
              .orElse("");
    };
  }
}
