package io.semascope.session;

import io.semascope.space.SpaceOrigin;
import io.semascope.space.SpaceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says what a space does not hold although the workspace does, so that no result over a part passes for one over the whole.
public final class SpaceGaps {
  private SpaceGaps() {}

  /// One sentence for each gap of the shown spaces; none when they are whole.
  public static List<String> shown(SessionState state) {
    return state.spaces().stream()
        .filter(space -> state.shownSpaceIds().contains(space.id()))
        .flatMap(space -> of(space, state.documents().size()).stream())
        .toList();
  }

  /// One sentence for each gap of a space in a workspace of so many documents.
  public static List<String> of(SpaceSummary space, int documents) {
    List<String> gaps = new ArrayList<>();
    String name =
        "Space %d (%s, %s)"
            .formatted(space.id(), space.origin().modelName(), space.granularity().key());
    if (space.vectors() < space.units()) {
      gaps.add(
          String.format(
              Locale.ROOT,
              "%s is not finished: %,d of its %,d texts %s no vector. Import or embed again to"
                  + " go on; what has none then, the model finds nothing to read in.",
              name,
              space.units() - space.vectors(),
              space.units(),
              space.units() - space.vectors() == 1 ? "has" : "have"));
    }
    switch (space.origin()) {
      case SpaceOrigin.FromModel made -> {
        if (space.documents() < documents) {
          gaps.add(
              String.format(
                  Locale.ROOT,
                  "%s holds nothing of %,d of the %,d documents. Embed again with %s to add them.",
                  name,
                  documents - space.documents(),
                  documents,
                  made.modelId()));
        }
      }
      // A file of vectors brings its own texts; the others were never meant for it.
      case SpaceOrigin.Imported imported -> {}
    }
    return gaps;
  }
}
