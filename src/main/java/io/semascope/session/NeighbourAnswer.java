package io.semascope.session;

import io.semascope.model.EmbeddedTexts;
import io.semascope.model.Truncation;
import io.semascope.neighbour.NeighbourList;
import io.semascope.probe.PairDistribution;
import io.semascope.probe.ScoreMeaning;
import io.semascope.session.filter.SearchedTexts;
import io.semascope.session.index.SearchReport;
import io.semascope.space.VectorSpace;
import io.semascope.vector.DenseVector;
import java.util.List;

/// The neighbours of a text, with what their values mean in this space.
///
/// @param space the space that was searched; the rows of the list are its rows
/// @param query the vector that was asked about
/// @param list nearest first
/// @param pairs the same measure between random pairs of this space, for comparison: of all its texts, whichever were searched
/// @param truncations what of the asked text its vector never saw: none or one
/// @param unknown whether the model's vocabulary has nothing of the asked text
/// @param searched which of the space's texts could be found
/// @param report how true an approximate search is, and what else is to be said of it
public record NeighbourAnswer(
    VectorSpace space,
    DenseVector query,
    NeighbourList list,
    PairDistribution pairs,
    List<Truncation> truncations,
    boolean unknown,
    SearchedTexts searched,
    SearchReport report) {
  public NeighbourAnswer {
    truncations = List.copyOf(truncations);
  }

  /// Whether the recall was measured on some of the texts only; of a small space every one was asked about. Typed texts have no part in it.
  public boolean recallSampled() {
    return report.recall().filter(recall -> recall.queries() < space.chunkCount()).isPresent();
  }

  /// What the values mean in this space, nearest first.
  public List<ScoreMeaning> meanings() {
    return hasOnlyItsOwnPair() ? ScoreMeaning.withoutPairs(list) : ScoreMeaning.of(list, pairs);
  }

  /// Whether a text of a space of two was asked about: the one pair there is, is the one that was asked for.
  public boolean hasOnlyItsOwnPair() {
    return space.count() == 2 && searched.all() == 1;
  }

  /// The answer of an exact search among all texts.
  public NeighbourAnswer(
      VectorSpace space,
      DenseVector query,
      NeighbourList list,
      PairDistribution pairs,
      List<Truncation> truncations) {
    this(
        space,
        query,
        list,
        pairs,
        truncations,
        false,
        SearchedTexts.all(space.count()),
        SearchReport.exact());
  }

  /// The same of a text that was embedded to be asked about.
  NeighbourAnswer of(EmbeddedTexts asked) {
    return new NeighbourAnswer(
        space,
        query,
        list,
        pairs,
        asked.truncations(),
        !asked.unknown().isEmpty(),
        searched,
        report);
  }
}
