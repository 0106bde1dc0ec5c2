package io.semascope.model.onnx;

import io.semascope.model.Pooling;
import java.util.Arrays;

/// Makes one vector out of token vectors: pool, cut to the wanted dimension, scale to length 1. Sums run in double precision.
///
/// @param pooling not `NONE`
/// @param dimension values to keep, the first ones (Matryoshka; Kusupati et al. 2022)
/// @param normalised whether to scale to length 1, after the cut
record Pooler(Pooling pooling, int dimension, boolean normalised) {
  /// Throws `ArithmeticException` when the vector has no finite length above 0 and was to be scaled, or a value is not finite.
  ///
  /// @param hidden `tokens` × `width` values, token by token; one token of `width` values under `IN_GRAPH`
  /// @param mask 1 for every token that counts, 0 for padding on either side
  float[] pool(float[] hidden, int width, long[] mask) {
    double[] sum =
        switch (pooling) {
          case MEAN -> mean(hidden, width, mask);
          case CLS -> token(hidden, width, first(mask));
          case LAST_TOKEN -> token(hidden, width, last(mask));
          case IN_GRAPH -> token(hidden, width, 0);
          case NONE -> throw new IllegalArgumentException("no pooling gives no vector of a text");
        };
    return scaled(sum);
  }

  private double[] mean(float[] hidden, int width, long[] mask) {
    double[] sum = new double[dimension];
    long count = 0;
    for (int position = 0; position < mask.length; position++) {
      if (mask[position] == 0) {
        continue;
      }
      count++;
      int offset = position * width;
      for (int i = 0; i < dimension; i++) {
        sum[i] += hidden[offset + i];
      }
    }
    for (int i = 0; i < dimension; i++) {
      sum[i] /= count;
    }
    return sum;
  }

  private double[] token(float[] hidden, int width, int position) {
    double[] values = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = hidden[position * width + i];
    }
    return values;
  }

  private static int first(long[] mask) {
    int position = 0;
    while (mask[position] == 0) {
      position++;
    }
    return position;
  }

  /// By mask, never by id: Qwen's last token has the id of its padding.
  private static int last(long[] mask) {
    int position = mask.length - 1;
    while (mask[position] == 0) {
      position--;
    }
    return position;
  }

  private float[] scaled(double[] values) {
    double norm = Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    if (!Double.isFinite(norm) || (normalised && norm == 0)) {
      throw new ArithmeticException("the vector's length is " + norm);
    }
    double scale = normalised ? 1 / norm : 1;
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * scale);
    }
    return scaled;
  }
}
