package io.semascope.session.index;

import io.semascope.neighbour.approximate.HnswIndex;
import io.semascope.neighbour.approximate.IndexKey;
import io.semascope.neighbour.approximate.Recall;
import io.semascope.neighbour.approximate.SavedIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An index in memory.
///
/// @param recalls by breadth; empty where there was nothing to be found
/// @param notes what became of its file, one sentence each
record KeptIndex(
    Coverage covered,
    IndexKey key,
    HnswIndex index,
    Map<Integer, Optional<Recall>> recalls,
    List<String> notes) {
  KeptIndex {
    recalls = Map.copyOf(recalls);
    notes = List.copyOf(notes);
  }

  static KeptIndex read(Coverage covered, IndexKey key, SavedIndex.Usable usable) {
    return new KeptIndex(
        covered,
        key,
        usable.index(),
        usable.recalls().stream()
            .collect(Collectors.toMap(Recall::breadth, Optional::of, (before, after) -> after)),
        List.of());
  }

  /// What of it is kept in a file.
  SavedIndex.Usable usable() {
    return new SavedIndex.Usable(
        index,
        recalls.values().stream()
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(Recall::breadth))
            .toList());
  }

  boolean isMeasured(SearchMethod.Hnsw method) {
    return recalls.containsKey(method.breadth());
  }

  Optional<Recall> recall(SearchMethod.Hnsw method) {
    return recalls.getOrDefault(method.breadth(), Optional.empty());
  }

  KeptIndex with(SearchMethod.Hnsw method, Optional<Recall> recall) {
    Map<Integer, Optional<Recall>> all = new HashMap<>(recalls);
    all.put(method.breadth(), recall);
    return new KeptIndex(covered, key, index, all, notes);
  }

  KeptIndex with(String note) {
    return new KeptIndex(
        covered,
        key,
        index,
        recalls,
        Stream.concat(notes.stream(), Stream.of(note)).distinct().toList());
  }
}
