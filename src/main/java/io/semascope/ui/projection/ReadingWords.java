package io.semascope.ui.projection;

import io.semascope.neighbour.GraphSearch;
import io.semascope.projection.Pca;
import io.semascope.projection.Projection;
import io.semascope.projection.ProjectionFacts;
import io.semascope.projection.ProjectionMethod;
import io.semascope.projection.Tsne;
import io.semascope.projection.Umap;
import io.semascope.projection.quality.LiveQuality;
import io.semascope.session.layout.LiveFrame;
import java.util.Locale;

/// What may be read from a picture and what not, one sentence after the other.
public final class ReadingWords {
  private static final String LINES =
      " Solid lines lead to the true nearest neighbours of the selected text among those that were"
          + " searched, dashed ones to points that only look near. The vectors have many more"
          + " directions than two, so trust the neighbour list, not the distances here.";

  private static final String TSNE =
      "t-SNE keeps near neighbours together and gives up the rest: distances between groups,"
          + " the size of groups and empty areas mean little. Another seed gives another"
          + " arrangement of the same groups.";

  private static final String UMAP =
      "UMAP keeps neighbourhoods together and gives up the rest: distances between groups, the"
          + " size of groups and how densely they are packed mean little. Another seed gives"
          + " another arrangement of the same groups.";

  private ReadingWords() {}

  /// Of a finished map.
  public static String of(Projection projection) {
    String rest = neighbours(projection) + LINES;
    return switch (projection.facts()) {
      case ProjectionFacts.OfPca pca ->
          String.format(
                  Locale.ROOT,
                  "PCA shows the two directions in which the vectors vary most; they carry %.1f %%"
                      + " and %.1f %% of the variance, the rest is not visible. Far apart here is"
                      + " far apart in the space; near together may not be near at all.",
                  pca.firstShare() * 100,
                  pca.secondShare() * 100)
              + rest;
      case ProjectionFacts.OfTsne tsne -> TSNE + rest;
      case ProjectionFacts.OfUmap umap -> UMAP + parts(umap) + rest;
    };
  }

  private static String parts(ProjectionFacts.OfUmap umap) {
    return umap.components() == 1
        ? ""
        : " The %,d separate parts have no neighbours in common%s; where they stand to each other is a guess."
            .formatted(
                umap.components(), umap.recall().isPresent() ? " among those that were found" : "");
  }

  /// Of a map that is still being made, by the figures of its own frames.
  public static String moving(ProjectionMethod method, LiveFrame frame) {
    String what =
        switch (method) {
          case Pca pca -> "PCA shows the two directions in which the vectors vary most.";
          case Tsne tsne -> TSNE;
          case Umap umap -> UMAP;
        };
    return "This map is not finished. " + what + kept(frame) + LINES;
  }

  private static String kept(LiveFrame frame) {
    return frame
        .quality()
        .map(ReadingWords::kept)
        .orElse(" How far it can be trusted is not measured yet.");
  }

  private static String kept(LiveQuality quality) {
    return String.format(
        Locale.ROOT,
        " At iteration %,d it kept %s of 100 near neighbours, trustworthiness %s (1 is perfect);"
            + " measured on %,d of %,d texts%s.",
        quality.iteration(),
        quality.kept().ofHundred(1),
        quality.trustworthiness().text(3),
        quality.measuredRows(),
        quality.count(),
        quality.kept().margin() > 0 ? ", ± is the 95 % interval" : "");
  }

  private static String neighbours(Projection projection) {
    if (projection.exactInsteadOfApproximate()) {
      return String.format(
          Locale.ROOT,
          " The wish for approximate neighbours was set aside: with fewer than %,d texts exact ones"
              + " take no longer.",
          GraphSearch.FEWEST_FOR_APPROXIMATE);
    }
    ProjectionFacts facts = projection.facts();
    return facts
        .recall()
        .map(
            recall ->
                String.format(
                    Locale.ROOT,
                    " This map was made from approximate neighbours, %s: of 100 true near texts"
                        + " %s were known to it (measured on %,d of %,d texts%s).",
                    facts.recallText().orElseThrow(),
                    recall.value() < 1
                        ? "about " + Math.min(99, Math.round(recall.value() * 100))
                        : "all",
                    recall.rows(),
                    projection.layout().count(),
                    recall.margin() > 0 ? "; ± is the 95 % interval" : ""))
        .orElse("");
  }
}
