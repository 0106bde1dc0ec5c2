package io.semascope.ui.granularity;

import io.semascope.session.TypedRequest;
import io.semascope.text.Granularity;
import java.util.List;

/// What the panel asks for. Called on the FX thread; must return at once.
public interface GranularityActions {
  /// The query against all levels of this document; answered with `LevelViewModel.show`, `fail` or `cancelled`.
  void compare(String documentId, TypedRequest query);

  /// The comparison asked for last is not wanted any more and needs no answer; there may be none.
  void stopComparing();

  /// Cut all documents so and embed the pieces with the model of the shown space.
  void embed(Granularity granularity);

  /// Show one stored space on the map, or two of the same fingerprint; answered with `CorpusCutViewModel.spacesAnswered`, however it ends.
  void showSpaces(List<Long> spaceIds);
}
