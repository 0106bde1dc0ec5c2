package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.model.ModelUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64, libonnxruntime.so",
    "Linux, aarch64, linux-aarch64, libonnxruntime.so",
    "Mac OS X, aarch64, osx-aarch64, libonnxruntime.dylib",
    "Windows 11, amd64, win-x64, onnxruntime.dll"
  })
  void knowsWhereLibrariesExist(String os, String arch, String folder, String library) {
    NativePlatform platform = NativePlatform.of(os, arch);
    assertEquals(folder, platform.folder());
    assertEquals(library, platform.fileName("onnxruntime"));
    assertTrue(
        NativePlatformTest.class.getResource("/ai/onnxruntime/native/" + folder + "/" + library)
            != null);
  }

  @ParameterizedTest
  @CsvSource({"Mac OS X, x86_64", "Windows 11, aarch64", "Linux, riscv64", "FreeBSD, amd64"})
  void saysWhereNoModelCanRun(String os, String arch) {
    ModelUnavailable refused =
        assertThrows(ModelUnavailable.class, () -> NativePlatform.of(os, arch));
    assertTrue(refused.report().why().contains(os + " on " + arch), refused.report().why());
  }

  @Test
  void expectsTheRuntimeOfThePom() throws IOException {
    String pom = Files.readString(Path.of(System.getProperty("semascope.basedir"), "pom.xml"));
    assertTrue(
        pom.contains(
            "<onnxruntime.version>" + NativeLibraries.RUNTIME_VERSION + "</onnxruntime.version>"));
  }
}
