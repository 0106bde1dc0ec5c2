package io.semascope.model.onnx;

import java.util.List;
import java.util.Locale;

/// A kind of machine for which ONNX Runtime and the tokenizer ship native libraries.
///
/// @param folder as ONNX Runtime's jar names it
/// @param prefix of a library's file name
/// @param suffix of a library's file name
record NativePlatform(String folder, String prefix, String suffix) {
  /// Throws `ModelUnavailable` for a machine without native libraries: Intel Macs, Windows on ARM, 32 bit and rarer systems.
  ///
  /// @param osName the system property `os.name`
  /// @param osArch the system property `os.arch`
  static NativePlatform of(String osName, String osArch) {
    String system = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    boolean intel = List.of("amd64", "x86_64", "x64").contains(arch);
    boolean arm = List.of("aarch64", "arm64").contains(arch);
    if (system.startsWith("linux") && (intel || arm)) {
      return new NativePlatform(intel ? "linux-x64" : "linux-aarch64", "lib", ".so");
    }
    if (system.startsWith("mac") && arm) {
      return new NativePlatform("osx-aarch64", "lib", ".dylib");
    }
    if (system.startsWith("windows") && intel) {
      return new NativePlatform("win-x64", "", ".dll");
    }
    throw OnnxProblems.unavailable(
        "No model can run on this machine.",
        "The inference libraries exist for Linux (x64, ARM), Macs with Apple silicon and Windows"
            + " (x64), not for "
            + osName
            + " on "
            + osArch
            + ".",
        "Open workspaces embedded elsewhere, import vectors, or use a model on a server.",
        null);
  }

  /// The file name of a library, such as `libonnxruntime.so`.
  String fileName(String library) {
    return prefix + library + suffix;
  }
}
