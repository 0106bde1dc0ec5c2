package io.semascope.session.index;

import io.semascope.space.VectorSpace;
import io.semascope.text.TypedText;
import io.semascope.vector.VectorBlock;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A shown space and where it is stored. An index covers the rows before the first typed text; those behind are compared one by one.
///
/// @param workspaceFile of the workspace it belongs to
/// @param spaceIds one stored space or two, within the workspace
/// @param space as it is shown, with its vectors
public record IndexedSpace(Path workspaceFile, List<Long> spaceIds, VectorSpace space) {
  public IndexedSpace {
    spaceIds = List.copyOf(spaceIds);
  }

  /// How many rows an index covers.
  int rows() {
    int row = 0;
    while (row < space.count() && !(space.unit(row) instanceof TypedText)) {
      row++;
    }
    return row;
  }

  VectorBlock vectors() {
    return space.vectors().firstRows(rows());
  }

  /// The file of the index, beside the workspace.
  Path file() {
    String ids = spaceIds.stream().map(String::valueOf).collect(Collectors.joining("-"));
    return workspaceFile.resolveSibling(workspaceFile.getFileName() + ".hnsw-" + ids);
  }
}
