package io.semascope.ui.shell;

import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TextUnit;
import io.semascope.text.TypedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the coarser piece that a finer one was cut from, in a space that holds two levels, in logarithmic time.
final class Parents {
  private final Granularity coarse;
  private final Map<String, Pieces> byDocument;

  private Parents(Granularity coarse, Map<String, Pieces> byDocument) {
    this.coarse = coarse;
    this.byDocument = byDocument;
  }

  /// The first level of the space is the coarser one; with one level nothing has a parent.
  static Parents in(VectorSpace space) {
    if (space.granularities().size() < 2) {
      return new Parents(new Granularity.WholeDocument(), Map.of());
    }
    Granularity coarse = space.granularities().getFirst();
    Map<String, List<Chunk>> found = new HashMap<>();
    for (TextUnit unit : space.units()) {
      if (unit instanceof Chunk chunk && chunk.granularity().equals(coarse)) {
        found.computeIfAbsent(chunk.documentId(), document -> new ArrayList<>()).add(chunk);
      }
    }
    Map<String, Pieces> byDocument = HashMap.newHashMap(found.size());
    found.forEach((document, chunks) -> byDocument.put(document, Pieces.of(chunks)));
    return new Parents(coarse, byDocument);
  }

  /// The id of the first coarse chunk of the same document whose span holds all of this one; empty when there is none.
  String of(TextUnit unit) {
    return switch (unit) {
      case TypedText typed -> "";
      case Chunk chunk when chunk.granularity().equals(coarse) -> "";
      case Chunk chunk -> {
        Pieces pieces = byDocument.get(chunk.documentId());
        yield pieces == null ? "" : pieces.holding(chunk.span());
      }
    };
  }

  /// The coarse pieces of one document in the order of their starts.
  private static final class Pieces {
    private final List<Chunk> chunks;

    /// The furthest end among the first pieces, by piece: it never falls, whatever the pieces are.
    private final int[] furthestEnds;

    private Pieces(List<Chunk> chunks, int[] furthestEnds) {
      this.chunks = chunks;
      this.furthestEnds = furthestEnds;
    }

    static Pieces of(List<Chunk> unsorted) {
      List<Chunk> chunks = new ArrayList<>(unsorted);
      chunks.sort(Comparator.comparingInt(chunk -> chunk.span().start()));
      int[] furthestEnds = new int[chunks.size()];
      int furthest = 0;
      for (int i = 0; i < furthestEnds.length; i++) {
        furthest = Math.max(furthest, chunks.get(i).span().end());
        furthestEnds[i] = furthest;
      }
      return new Pieces(chunks, furthestEnds);
    }

    /// The first piece that reaches far enough has the earliest start of all that do: when it begins too late, all do.
    String holding(Span span) {
      int low = 0;
      int high = furthestEnds.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (furthestEnds[middle] >= span.end()) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low < chunks.size() && chunks.get(low).span().contains(span)
          ? chunks.get(low).id()
          : "";
    }
  }
}
