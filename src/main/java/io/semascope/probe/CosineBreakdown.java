package io.semascope.probe;

import io.semascope.vector.DenseVector;
import io.semascope.vector.Similarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How the cosine of two vectors comes about, dimension by dimension. All sums in double precision.
///
/// @param normA length of the first vector, above 0
/// @param normB length of the second vector, above 0
/// @param dot a·b
/// @param cosine a·b / (|a||b|) in [−1, 1]
/// @param angleDegrees the angle between them in degrees, in [0, 180]
/// @param contributions one for every dimension, largest |value| first, ties by dimension; the values add up to the cosine
public record CosineBreakdown(
    double normA,
    double normB,
    double dot,
    double cosine,
    double angleDegrees,
    List<Contribution> contributions) {
  public CosineBreakdown {
    contributions = List.copyOf(contributions);
  }

  /// What one dimension adds to the cosine.
  ///
  /// @param dimension index, from 0
  /// @param a value of the first vector there
  /// @param b value of the second vector there
  /// @param value a·b / (|a||b|) of this dimension alone; negative where the vectors disagree
  public record Contribution(int dimension, float a, float b, double value) {}

  /// The largest contributions and the sum of all others, so that bars drawn from them add up to the cosine.
  ///
  /// @param largest largest |value| first, ties by dimension
  /// @param rest sum of the values left out
  /// @param restCount how many were left out
  public record Top(List<Contribution> largest, double rest, int restCount) {
    public Top {
      largest = List.copyOf(largest);
    }
  }

  /// Takes the cosine of two vectors of the same dimension apart. Throws `CosineUndefined` when a length is zero or not finite.
  public static CosineBreakdown of(DenseVector a, DenseVector b) {
    double dot = a.dot(b);
    double normA = a.norm();
    double normB = b.norm();
    if (!isLength(normA) || !isLength(normB)) {
      throw CosineUndefined.between(normA, normB);
    }
    List<Contribution> contributions = new ArrayList<>(a.dimension());
    for (int i = 0; i < a.dimension(); i++) {
      double value = (double) a.get(i) * b.get(i) / (normA * normB);
      contributions.add(new Contribution(i, a.get(i), b.get(i), value));
    }
    contributions.sort(
        Comparator.comparingDouble((Contribution contribution) -> -Math.abs(contribution.value()))
            .thenComparingInt(Contribution::dimension));
    return new CosineBreakdown(
        normA,
        normB,
        dot,
        Similarity.COSINE.between(a, b),
        angleDegrees(a, normA, b, normB),
        contributions);
  }

  private static boolean isLength(double norm) {
    return norm > 0 && Double.isFinite(norm);
  }

  /// 2·atan2(|â−b̂|, |â+b̂|) with â = a/|a|: unlike the arc cosine it keeps its precision for vectors that are nearly parallel (Kahan, How Futile are
  /// Mindless Assessments of Roundoff in Floating-Point Computation?, 2006, § 12).
  private static double angleDegrees(DenseVector a, double normA, DenseVector b, double normB) {
    double difference = 0;
    double sum = 0;
    for (int i = 0; i < a.dimension(); i++) {
      double left = a.get(i) / normA;
      double right = b.get(i) / normB;
      difference += (left - right) * (left - right);
      sum += (left + right) * (left + right);
    }
    return Math.toDegrees(2 * Math.atan2(Math.sqrt(difference), Math.sqrt(sum)));
  }

  /// The `count` largest contributions (all when there are fewer) and the sum of the others. Throws `IllegalArgumentException` for a negative count.
  public Top top(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count of " + count);
    }
    int shown = Math.min(count, contributions.size());
    List<Contribution> others = contributions.subList(shown, contributions.size());
    double rest = 0;
    for (Contribution other : others) {
      rest += other.value();
    }
    return new Top(contributions.subList(0, shown), rest, others.size());
  }
}
