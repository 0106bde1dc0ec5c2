package io.semascope.raster.kernel;

/// The kernels to choose from, made once per JVM.
final class Best {
  static final int FEWEST_POINTS = 5_000;
  static final PixelKernel PLAIN = new ScalarPixelKernel();
  static final PixelKernel KERNEL =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new SimdPixelKernel()
          : PLAIN;

  private Best() {}
}
