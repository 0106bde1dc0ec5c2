package io.semascope.model.onnx;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Settings of the runtime that make graphs faster on this version of it.
final class CpuTuning {
  private CpuTuning() {}

  /// Entries of the session's configuration. Part of the fingerprint of graphs that round while they run, whose vectors they change.
  ///
  /// On x64, ONNX Runtime 1.29 computes a fused `LayerNormalization` one value after the other: 9.5 % of MiniLM's time against 2.4 % in 1.21 (decision 47).
  /// Left unfused, the subtraction of the mean runs vectorised and the rest becomes `SimplifiedLayerNormalization`, which does too: the whole graph is 9 %
  /// faster, fp32 vectors agree to the last digits. ONNX Runtime 1.30 brings a vectorised kernel: look again when it is on Maven Central.
  ///
  /// @param processor the system property `os.arch`
  static Map<String, String> entries(String processor) {
    boolean intel = List.of("amd64", "x86_64", "x64").contains(processor.toLowerCase(Locale.ROOT));
    return intel
        ? Map.of("optimization.disable_specified_optimizers", "LayerNormFusionL1;LayerNormFusionL2")
        : Map.of();
  }
}
