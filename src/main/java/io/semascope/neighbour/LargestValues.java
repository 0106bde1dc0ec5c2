package io.semascope.neighbour;

/// Keeps the k largest of many values: a bounded binary heap with the smallest of them on top. Used by one thread at a time.
final class LargestValues {
  private final double[] heap;
  private int size;

  /// @param count how many to keep, at least 1
  LargestValues(int count) {
    heap = new double[count];
  }

  /// Offers a value that is not NaN.
  void add(double value) {
    if (size < heap.length) {
      heap[size] = value;
      rise(size++);
    } else if (value > heap[0]) {
      heap[0] = value;
      sink();
    }
  }

  /// The smallest value kept, below which nothing can be among the largest; −∞ while fewer than k were offered.
  double threshold() {
    return size < heap.length ? Double.NEGATIVE_INFINITY : heap[0];
  }

  void addAllTo(LargestValues other) {
    for (int i = 0; i < size; i++) {
      other.add(heap[i]);
    }
  }

  private void rise(int from) {
    int child = from;
    while (child > 0) {
      int parent = (child - 1) / 2;
      if (heap[parent] <= heap[child]) {
        return;
      }
      swap(parent, child);
      child = parent;
    }
  }

  private void sink() {
    int parent = 0;
    while (true) {
      int child = 2 * parent + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[parent] <= heap[child]) {
        return;
      }
      swap(parent, child);
      parent = child;
    }
  }

  private void swap(int i, int j) {
    double value = heap[i];
    heap[i] = heap[j];
    heap[j] = value;
  }
}
