package io.semascope.projection.variance;

/// The first directions of some components, laid out so that one row is projected on all of them at once, in float32.
final class Directions {
  /// Directions are filled up to a multiple of this, so that the inner loop runs in whole registers.
  private static final int REGISTER = 16;

  private final int dimension;
  private final int width;

  /// Value i of all directions lies at i · width.
  private final float[] values;

  private final float[] offsets;

  private Directions(int dimension, int width) {
    this.dimension = dimension;
    this.width = width;
    values = new float[dimension * width];
    offsets = new float[width];
  }

  static Directions of(PrincipalComponents components, int kept) {
    double[] mean = components.meanCopy();
    int width = (kept + REGISTER - 1) / REGISTER * REGISTER;
    Directions directions = new Directions(mean.length, width);
    for (int rank = 0; rank < kept; rank++) {
      double[] direction = components.signedDirection(rank);
      double offset = 0;
      for (int i = 0; i < mean.length; i++) {
        directions.values[i * width + rank] = (float) direction[i];
        offset += direction[i] * mean[i];
      }
      directions.offsets[rank] = (float) -offset;
    }
    return directions;
  }

  /// Room for one projected row.
  float[] place() {
    return new float[width];
  }

  /// Writes where `row` stands, measured from the mean.
  void project(float[] row, float[] place) {
    System.arraycopy(offsets, 0, place, 0, width);
    int i = 0;
    for (; i + 3 < dimension; i += 4) {
      addFour(row, i, place);
    }
    for (; i < dimension; i++) {
      for (int rank = 0; rank < width; rank++) {
        place[rank] += row[i] * values[i * width + rank];
      }
    }
  }

  /// Four values at once, so that a place is read and written once for all of them.
  private void addFour(float[] row, int i, float[] place) {
    float a = row[i];
    float b = row[i + 1];
    float c = row[i + 2];
    float d = row[i + 3];
    int at = i * width;
    for (int rank = 0; rank < width; rank++) {
      place[rank] +=
          a * values[at + rank]
              + b * values[at + width + rank]
              + c * values[at + 2 * width + rank]
              + d * values[at + 3 * width + rank];
    }
  }
}
