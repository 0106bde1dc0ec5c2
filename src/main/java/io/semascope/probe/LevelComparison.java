package io.semascope.probe;

import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Granularity;
import io.semascope.text.Span;
import io.semascope.text.TypedText;
import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One query against all pieces of one document, however finely they were cut, in one list: does the answer sit in a sentence or in the whole?
///
/// @param documentId the document compared
/// @param rows highest cosine first; ties by start in the document, then the longer piece first
/// @param withoutCosine pieces left out because their vector has no direction
public record LevelComparison(String documentId, List<LevelRow> rows, List<Chunk> withoutCosine) {
  private static final Comparator<LevelRow> BEST_FIRST =
      Comparator.comparingDouble((LevelRow row) -> -row.cosine())
          .thenComparingInt(row -> row.chunk().span().start())
          .thenComparingInt(row -> -row.chunk().span().length());

  public LevelComparison {
    rows = List.copyOf(rows);
    withoutCosine = List.copyOf(withoutCosine);
  }

  /// One piece of the document.
  ///
  /// @param chunk with its granularity, span and text
  /// @param cosine of the query with it, in [−1, 1]
  public record LevelRow(Chunk chunk, double cosine) {}

  /// A vector and the contract it was made under.
  public record Query(SpaceOrigin origin, DenseVector vector) {}

  /// Compares `query` with every piece of the document in `spaces`; a piece that is in several spaces counts once. No rows when no space has the document.
  /// Throws `SpaceMismatch` when a space has another fingerprint than the query, `CosineUndefined` when the query has no direction.
  public static LevelComparison of(List<VectorSpace> spaces, String documentId, Query query) {
    for (VectorSpace space : spaces) {
      space.requireComparable(query.origin());
    }
    double norm = query.vector().norm();
    if (!(norm > 0) || !Double.isFinite(norm)) {
      throw CosineUndefined.ofQuery(norm);
    }
    List<LevelRow> rows = new ArrayList<>();
    List<Chunk> withoutCosine = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (VectorSpace space : spaces) {
      for (int row = 0; row < space.count(); row++) {
        Optional<Chunk> piece = pieceOf(space, row, documentId);
        if (piece.isEmpty() || !seen.add(Place.of(piece.get()))) {
          continue;
        }
        double cosine = Similarity.COSINE.between(query.vector(), space.vectors().row(row));
        if (Double.isNaN(cosine)) {
          withoutCosine.add(piece.get());
        } else {
          rows.add(new LevelRow(piece.get(), cosine));
        }
      }
    }
    rows.sort(BEST_FIRST);
    return new LevelComparison(documentId, rows, withoutCosine);
  }

  /// What makes two chunks the same piece of one document.
  private record Place(Granularity granularity, Span span) {
    static Place of(Chunk chunk) {
      return new Place(chunk.granularity(), chunk.span());
    }
  }

  private static Optional<Chunk> pieceOf(VectorSpace space, int row, String documentId) {
    return switch (space.unit(row)) {
      case Chunk chunk when chunk.documentId().equals(documentId) -> Optional.of(chunk);
      case Chunk other -> Optional.empty();
      case TypedText typed -> Optional.empty();
    };
  }

  /// The best piece of this granularity, empty when the document was not cut so.
  public Optional<LevelRow> best(Granularity granularity) {
    return rows.stream().filter(row -> row.chunk().granularity().equals(granularity)).findFirst();
  }
}
