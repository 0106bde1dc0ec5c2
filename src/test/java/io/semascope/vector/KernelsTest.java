package io.semascope.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.semascope.job.ChildProgram;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelsTest {
  /// Run in a JVM of its own; its exit code tells which kernel was chosen and that it adds.
  static final class Choice {
    private static final int SCALAR = 10;
    private static final int SIMD = 20;

    private Choice() {}

    public static void main(String[] args) {
      VectorBlock block = VectorBlock.copyOf(List.of(new float[] {3, 4}), 2);
      if (Kernels.best().dot(block, 0, block, 0) != 25) {
        System.exit(1);
      }
      System.exit(Kernels.best().name().equals("scalar") ? SCALAR : SIMD);
    }
  }

  @Test
  void theFlagsOfTheProgramGiveSimd() {
    assertInstanceOf(SimdKernel.class, Kernels.best());
  }

  @Test
  void withoutTheIncubatorModuleTheScalarKernelIsChosen() throws Exception {
    assertEquals(Choice.SCALAR, exitCodeOf(List.of()));
  }

  @Test
  void withTheIncubatorModuleTheSimdKernelIsChosen() throws Exception {
    assertEquals(Choice.SIMD, exitCodeOf(List.of("--add-modules=jdk.incubator.vector")));
  }

  private static int exitCodeOf(List<String> flags)
      throws IOException, InterruptedException, URISyntaxException {
    String classPath =
        placeOf(Kernels.class) + System.getProperty("path.separator") + placeOf(Choice.class);
    Process process =
        ChildProgram.with(flags, classPath, Choice.class.getName(), List.of())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assertEquals("", said.replaceAll("WARNING: Using incubator modules: .*\\R", ""));
    return exitCode;
  }

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
