package io.semascope.projection.umap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The parts of a graph that no edge connects. Immutable.
final class Components {
  private final List<int[]> rows;

  private Components(List<int[]> rows) {
    this.rows = rows;
  }

  /// In the order of their first rows.
  static Components of(FuzzyGraph graph) {
    int count = graph.count();
    boolean[] seen = new boolean[count];
    int[] queue = new int[count];
    List<int[]> rows = new ArrayList<>();
    int from = 0;
    for (int first = 0; first < count; first++) {
      if (!seen[first]) {
        int until = reach(graph, first, seen, queue, from);
        int[] component = Arrays.copyOfRange(queue, from, until);
        Arrays.sort(component);
        rows.add(component);
        from = until;
      }
    }
    return new Components(rows);
  }

  /// Appends everything that can be reached from `first` to the queue and gives its new end.
  private static int reach(FuzzyGraph graph, int first, boolean[] seen, int[] queue, int from) {
    int until = from;
    queue[until++] = first;
    seen[first] = true;
    for (int at = from; at < until; at++) {
      for (int edge = graph.start(queue[at]); edge < graph.start(queue[at] + 1); edge++) {
        int end = graph.end(edge);
        if (!seen[end]) {
          seen[end] = true;
          queue[until++] = end;
        }
      }
    }
    return until;
  }

  int count() {
    return rows.size();
  }

  /// The rows of one component, ascending; not to be written to.
  int[] rows(int component) {
    return rows.get(component);
  }
}
