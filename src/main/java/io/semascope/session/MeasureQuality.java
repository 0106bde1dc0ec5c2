package io.semascope.session;

import io.semascope.job.Cancellation;
import io.semascope.projection.Projection;
import io.semascope.projection.quality.MapQuality;
import io.semascope.projection.quality.QualityQuestion;
import io.semascope.projection.quality.RowClasses;
import io.semascope.space.VectorSpace;
import io.semascope.text.Chunk;
import io.semascope.text.Document;
import io.semascope.text.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures how far the present picture keeps the neighbours of its space.
final class MeasureQuality {
  static final int NEIGHBOURS = 10;

  private final StateCell state;

  MeasureQuality(StateCell state) {
    this.state = state;
  }

  MapQuality run(Cancellation cancellation) {
    SessionState seen = state.awaitVectors(cancellation);
    Projection projection = seen.projection().orElseThrow(SessionProblem::noMap);
    VectorSpace space = seen.space().orElseThrow();
    int chunks = projection.layout().count();
    MapQuality quality =
        MapQuality.measure(
            QualityQuestion.of(space.vectors().firstRows(chunks), projection.layout(), NEIGHBOURS)
                .with(categories(seen, space, chunks)),
            cancellation);
    state.change(
        old ->
            old.projection().equals(seen.projection())
                ? old.withQuality(Optional.of(quality))
                : old);
    return quality;
  }

  /// Those of the first `chunks` units.
  static RowClasses categories(SessionState seen, VectorSpace space, int chunks) {
    List<Optional<String>> names = new ArrayList<>(chunks);
    for (int row = 0; row < chunks; row++) {
      names.add(
          switch (space.unit(row)) {
            case Chunk chunk ->
                Optional.ofNullable(seen.documents().get(chunk.documentId()))
                    .map(Document::category)
                    .filter(category -> !category.isEmpty());
            case TypedText typed -> Optional.empty();
          });
    }
    return RowClasses.of(names);
  }
}
