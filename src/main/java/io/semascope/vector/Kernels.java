package io.semascope.vector;

/// Chooses the kernel, once per JVM.
public final class Kernels {
  private static final Kernel BEST = simdThere() ? new SimdKernel() : new ScalarKernel();

  private Kernels() {}

  /// The fastest kernel this JVM can run: SIMD when it was started with `--add-modules=jdk.incubator.vector`, else the scalar one.
  public static Kernel best() {
    return BEST;
  }

  private static boolean simdThere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
