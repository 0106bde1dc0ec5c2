package io.semascope.projection.tsne;

import java.util.Random;

/// Pictures hundreds of units wide, as large spaces have them, and thinner.
final class WidePicture {
  private final Random random = new Random(3);
  private final float[] positions;
  private double half;
  private int filled;

  private WidePicture(int count) {
    positions = new float[2 * count];
  }

  static float[] of(String name) {
    return switch (name) {
      case "a disc 120 wide" -> new WidePicture(6_000).disc(60);
      case "a disc 400 wide" -> new WidePicture(6_000).disc(200);
      case "a disc 900 wide" -> new WidePicture(6_000).disc(450);
      case "small heaps and lone points" ->
          new WidePicture(5_500).within(300).heaps(100, 50, 1).lone();
      case "larger heaps and lone points" ->
          new WidePicture(6_100).within(450).heaps(20, 300, 5).lone();
      case "points 45 apart" -> new WidePicture(400).lattice(45);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private void add(double x, double y) {
    positions[filled++] = (float) x;
    positions[filled++] = (float) y;
  }

  private float[] disc(double radius) {
    while (filled < positions.length) {
      double angle = 2 * Math.PI * random.nextDouble();
      double distance = radius * Math.sqrt(random.nextDouble());
      add(distance * Math.cos(angle), distance * Math.sin(angle));
    }
    return positions;
  }

  private WidePicture within(double halfOfTheSquare) {
    half = halfOfTheSquare;
    return this;
  }

  private double anywhere() {
    return half * (2 * random.nextDouble() - 1);
  }

  private WidePicture heaps(int heaps, int points, double spread) {
    for (int heap = 0; heap < heaps; heap++) {
      double x = anywhere();
      double y = anywhere();
      for (int i = 0; i < points; i++) {
        add(x + spread * random.nextGaussian(), y + spread * random.nextGaussian());
      }
    }
    return this;
  }

  /// The rest.
  private float[] lone() {
    while (filled < positions.length) {
      add(anywhere(), anywhere());
    }
    return positions;
  }

  /// Rows of twenty, each point somewhere in a unit.
  private float[] lattice(double apart) {
    for (int i = 0; filled < positions.length; i++) {
      add(apart * (i % 20) + random.nextDouble(), apart * (i / 20) + random.nextDouble());
    }
    return positions;
  }
}
