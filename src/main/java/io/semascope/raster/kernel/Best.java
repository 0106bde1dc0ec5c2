package io.semascope.raster.kernel;

/// The choice, made once per JVM.
final class Best {
  static final PixelKernel KERNEL =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new SimdPixelKernel()
          : new ScalarPixelKernel();

  private Best() {}
}
