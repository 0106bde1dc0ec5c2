package io.semascope.session.index;

import io.semascope.neighbour.approximate.ApproximateIndex;
import io.semascope.neighbour.approximate.IndexKey;
import io.semascope.neighbour.approximate.Recall;
import io.semascope.neighbour.approximate.SavedIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An index in memory.
///
/// @param key of its file; empty for one that is made anew sooner than it is read
/// @param recalls by dial; empty where there was nothing to be found
record KeptIndex(
    Coverage covered,
    Optional<IndexKey> key,
    ApproximateIndex index,
    Map<Integer, Optional<Recall>> recalls) {
  KeptIndex {
    recalls = Map.copyOf(recalls);
  }

  static KeptIndex unsaved(Coverage covered, ApproximateIndex index) {
    return new KeptIndex(covered, Optional.empty(), index, Map.of());
  }

  static KeptIndex read(Coverage covered, IndexKey key, SavedIndex.Usable usable) {
    return new KeptIndex(
        covered,
        Optional.of(key),
        usable.index(),
        usable.recalls().stream()
            .collect(Collectors.toMap(Recall::dial, Optional::of, (before, after) -> after)));
  }

  /// What was measured, by rising dial.
  List<Recall> knownRecalls() {
    return recalls.values().stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(Recall::dial))
        .toList();
  }

  boolean isMeasured(SearchMethod.Approximate method) {
    return recalls.containsKey(method.dial());
  }

  Optional<Recall> recall(SearchMethod.Approximate method) {
    return recalls.getOrDefault(method.dial(), Optional.empty());
  }

  KeptIndex with(SearchMethod.Approximate method, Optional<Recall> recall) {
    Map<Integer, Optional<Recall>> all = new HashMap<>(recalls);
    all.put(method.dial(), recall);
    return new KeptIndex(covered, key, index, all);
  }
}
