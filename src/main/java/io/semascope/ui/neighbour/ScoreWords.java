package io.semascope.ui.neighbour;

import io.semascope.probe.PairDistribution;
import io.semascope.probe.ScoreMeaning;
import io.semascope.session.NeighbourAnswer;
import io.semascope.ui.theme.NumberFormats;
import io.semascope.vector.Similarity;
import java.util.Locale;

/// Says in words what a score means in its space.
final class ScoreWords {
  private ScoreWords() {}

  static String meaning(ScoreMeaning meaning, PairDistribution pairs) {
    return meaning
        .comparison(pairs)
        .orElse(
            Double.isNaN(meaning.neighbour().value())
                ? "undefined: a vector has length 0"
                : "no pairs to compare with");
  }

  static String full(ScoreMeaning meaning, NeighbourAnswer answer) {
    Similarity similarity = answer.list().similarity();
    String name =
        switch (similarity) {
          case COSINE -> "cosine ";
          case DOT -> "dot product ";
          case EUCLIDEAN -> "distance ";
        };
    String value = name + NumberFormats.full(meaning.neighbour().value());
    return meaning.marginOverNext().isPresent()
        ? value
            + "\n%s %s than the next%s"
                .formatted(
                    NumberFormats.score(meaning.marginOverNext().getAsDouble()),
                    similarity.largerIsNearer() ? "higher" : "nearer",
                    SearchWords.isFiltered(answer) ? " of the texts searched" : "")
        : value;
  }

  static String background(NeighbourAnswer answer) {
    PairDistribution pairs = answer.pairs();
    if (pairs.pairs() == 0 || answer.hasOnlyItsOwnPair()) {
      return "This space has no other pairs to compare a score with.";
    }
    String counted = NumberFormats.count(pairs.pairs());
    String whole = SearchWords.isFiltered(answer) ? ", whichever texts are searched." : ".";
    return (pairs.sampled()
            ? "Percentages: of " + counted + " random pairs of this space"
            : "Compared with all " + counted + " pairs of this space")
        + whole;
  }

  static String axis(NeighbourBar.Axis axis, Similarity similarity) {
    return switch (similarity) {
      case COSINE -> "Bars: cosine from −1 to 1, 0 in the middle.";
      case DOT ->
          String.format(
              Locale.ROOT,
              "Bars: dot product from %.2f to %.2f, drawn from 0. It has no bounds.",
              axis.low(),
              axis.high());
      case EUCLIDEAN ->
          String.format(
              Locale.ROOT,
              "Smaller is nearer. Bars: longer is nearer; full at distance 0, empty at %.2f.",
              axis.high());
    };
  }
}
