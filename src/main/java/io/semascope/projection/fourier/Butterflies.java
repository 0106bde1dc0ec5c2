package io.semascope.projection.fourier;

/// Does one pass of a transform. The two ways give the same bits.
sealed interface Butterflies permits ScalarButterflies, SimdButterflies {
  /// cos(2π/5), cos(4π/5), sin(2π/5), sin(4π/5), sin(2π/3).
  float C1 = (float) Math.cos(0.4 * Math.PI);

  float C2 = (float) Math.cos(0.8 * Math.PI);
  float S1 = (float) Math.sin(0.4 * Math.PI);
  float S2 = (float) Math.sin(0.8 * Math.PI);
  float S3 = (float) Math.sin(Math.PI / 1.5);

  /// Reads `re` and `im`, writes `nextRe` and `nextIm`.
  void two(Pass pass, Lanes lanes);

  void three(Pass pass, Lanes lanes);

  void four(Pass pass, Lanes lanes);

  void five(Pass pass, Lanes lanes);
}
