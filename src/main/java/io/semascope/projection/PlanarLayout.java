package io.semascope.projection;

/// n immutable positions in the plane. Units mean nothing by themselves; only the arrangement does.
public final class PlanarLayout {
  private final float[] coordinates;
  private final PlaneExtent extent;

  private PlanarLayout(float[] coordinates) {
    this.coordinates = coordinates;
    this.extent = PlaneExtent.of(coordinates);
  }

  /// Copies x0, y0, x1, y1, …
  public static PlanarLayout copyOf(float[] coordinates) {
    if (coordinates.length % 2 != 0) {
      throw new IllegalArgumentException("an odd number of coordinates: " + coordinates.length);
    }
    return new PlanarLayout(coordinates.clone());
  }

  public int count() {
    return coordinates.length / 2;
  }

  public float x(int row) {
    return coordinates[2 * row];
  }

  public float y(int row) {
    return coordinates[2 * row + 1];
  }

  /// Copies x, y of `rows` rows from `first` on into `target`, from its index 0.
  public void copyRows(int first, int rows, float[] target) {
    System.arraycopy(coordinates, 2 * first, target, 0, 2 * rows);
  }

  /// The smallest rectangle around all positions that are finite.
  public PlaneExtent extent() {
    return extent;
  }

  /// A copy: x0, y0, x1, y1, …
  public float[] toArray() {
    return coordinates.clone();
  }

  /// Whether every coordinate is a finite number.
  public boolean isFinite() {
    for (float coordinate : coordinates) {
      if (!Float.isFinite(coordinate)) {
        return false;
      }
    }
    return true;
  }
}
