package io.semascope.session;

import io.semascope.model.Truncation;
import io.semascope.neighbour.NeighbourList;
import java.util.List;

/// A typed text after it was placed.
///
/// @param unitIds of its pieces in the space, in the order of the text
/// @param neighbours of the first piece among the chunks, ten by cosine; rows are those of the shown space
/// @param truncations of pieces whose end the model never saw; the index counts in `unitIds`
/// @param unknown pieces of which the model's vocabulary has nothing, as places in `unitIds`
public record PlacedText(
    List<String> unitIds,
    NeighbourList neighbours,
    List<Truncation> truncations,
    List<Integer> unknown) {
  public PlacedText {
    unitIds = List.copyOf(unitIds);
    truncations = List.copyOf(truncations);
    unknown = List.copyOf(unknown);
  }
}
