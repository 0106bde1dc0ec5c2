package io.semascope.projection.tsne;

import io.semascope.job.Cancellation;
import io.semascope.job.Fork;
import java.util.Arrays;

/// Steps downhill with momentum and a gain for each coordinate (Jacobs 1988), as openTSNE takes them. Used by one thread at a time.
final class GradientDescent {
  private static final float MOMENTUM = 0.8f;
  private static final float GAIN_STEP = 0.2f;
  private static final float GAIN_DECAY = 0.8f;
  private static final float SMALLEST_GAIN = 0.01f;

  /// No point moves farther than this in one step.
  private static final float LONGEST_STEP = 5;

  private static final int COORDINATES_AT_ONCE = 8192;

  private final double longestGradient;
  private final float[] velocity;
  private final float[] gains;

  private GradientDescent(int count, double longestGradient) {
    this.longestGradient = longestGradient;
    velocity = new float[2 * count];
    gains = new float[2 * count];
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
  void step(float[] positions, float[] gradient, double learningRate) {
    move(positions, gradient, (float) learningRate, 0, positions.length);
  }

  /// The same on all cores, in one piece: it takes milliseconds, and half of it would leave positions of no iteration.
  void stepOnAllCores(float[] positions, float[] gradient, double learningRate) {
    Fork.blocks(
        (positions.length + COORDINATES_AT_ONCE - 1) / COORDINATES_AT_ONCE,
        Cancellation.never(),
        block -> {
          int from = block * COORDINATES_AT_ONCE;
          int to = Math.min(positions.length, from + COORDINATES_AT_ONCE);
          move(positions, gradient, (float) learningRate, from, to);
        });
  }

  private void move(float[] positions, float[] gradient, float learningRate, int from, int to) {
    if (longestGradient < Double.POSITIVE_INFINITY) {
      shorten(gradient, from, to);
    }
    for (int i = from; i < to; i++) {
      accelerate(i, gradient[i], learningRate);
    }
    for (int i = from; i < to; i += 2) {
      float squared = velocity[i] * velocity[i] + velocity[i + 1] * velocity[i + 1];
      if (squared > LONGEST_STEP * LONGEST_STEP) {
        float shortened = LONGEST_STEP / (float) Math.sqrt(squared);
        velocity[i] *= shortened;
        velocity[i + 1] *= shortened;
      }
      positions[i] += velocity[i];
      positions[i + 1] += velocity[i + 1];
    }
  }

  private void shorten(float[] gradient, int from, int to) {
    for (int i = from; i < to; i += 2) {
      double length = Math.hypot(gradient[i], gradient[i + 1]);
      if (length > longestGradient) {
        gradient[i] *= (float) (longestGradient / length);
        gradient[i + 1] *= (float) (longestGradient / length);
      }
    }
  }

  /// The gain grows while a coordinate keeps moving downhill and shrinks when it has overshot.
  private void accelerate(int i, float slope, float learningRate) {
    boolean onward = Math.signum(velocity[i]) != Math.signum(slope);
    gains[i] = onward ? gains[i] + GAIN_STEP : Math.max(SMALLEST_GAIN, gains[i] * GAIN_DECAY);
    velocity[i] = MOMENTUM * velocity[i] - learningRate * gains[i] * slope;
  }
}
