package io.semascope.projection.tsne;

import java.util.Arrays;

/// Steps downhill with momentum and a gain for each coordinate (Jacobs 1988), as openTSNE takes them. Used by one thread at a time.
final class GradientDescent {
  private static final double MOMENTUM = 0.8;
  private static final double GAIN_STEP = 0.2;
  private static final double GAIN_DECAY = 0.8;
  private static final double SMALLEST_GAIN = 0.01;

  /// No point moves farther than this in one step.
  private static final double LONGEST_STEP = 5;

  private final double longestGradient;
  private final double[] velocity;
  private final double[] gains;

  private GradientDescent(int count, double longestGradient) {
    this.longestGradient = longestGradient;
    velocity = new double[2 * count];
    gains = new double[2 * count];
    rest();
  }

  /// For all points of a picture.
  static GradientDescent free(int count) {
    return new GradientDescent(count, Double.POSITIVE_INFINITY);
  }

  /// For points whose gradients are first shortened to `longestGradient`.
  static GradientDescent clipped(int count, double longestGradient) {
    return new GradientDescent(count, longestGradient);
  }

  /// Forgets all momentum and gains.
  void rest() {
    Arrays.fill(velocity, 0);
    Arrays.fill(gains, 1);
  }

  /// Moves the positions (x0, y0, x1, y1, …) one step.
  void step(double[] positions, double[] gradient, double learningRate) {
    for (int i = 0; i < positions.length; i += 2) {
      double length = Math.hypot(gradient[i], gradient[i + 1]);
      double shortened = length > longestGradient ? longestGradient / length : 1;
      accelerate(i, shortened * gradient[i], learningRate);
      accelerate(i + 1, shortened * gradient[i + 1], learningRate);
      double step = Math.sqrt(velocity[i] * velocity[i] + velocity[i + 1] * velocity[i + 1]);
      if (step > LONGEST_STEP) {
        velocity[i] *= LONGEST_STEP / step;
        velocity[i + 1] *= LONGEST_STEP / step;
      }
      positions[i] += velocity[i];
      positions[i + 1] += velocity[i + 1];
    }
  }

  /// The gain grows while a coordinate keeps moving downhill and shrinks when it has overshot.
  private void accelerate(int i, double slope, double learningRate) {
    boolean onward = Math.signum(velocity[i]) != Math.signum(slope);
    gains[i] = onward ? gains[i] + GAIN_STEP : Math.max(SMALLEST_GAIN, gains[i] * GAIN_DECAY);
    velocity[i] = MOMENTUM * velocity[i] - learningRate * gains[i] * slope;
  }
}
