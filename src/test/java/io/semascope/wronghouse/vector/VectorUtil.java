package io.semascope.wronghouse.vector;

/// Has a name that says nothing, prints, and forks.
final class VectorUtil {
  private VectorUtil() {}

  static long sum(java.util.List<Integer> numbers) {
    System.out.println(numbers);
    return numbers.parallelStream().mapToInt(Integer::intValue).sum();
  }
}
