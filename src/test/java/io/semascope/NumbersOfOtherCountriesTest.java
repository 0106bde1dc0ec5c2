package io.semascope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program writes its numbers in one way, whatever way the machine has.
final class NumbersOfOtherCountriesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aGermanMachineIsToldTheSameNumbers() throws Exception {
    byte[] text = "x".repeat(1_501).getBytes(StandardCharsets.US_ASCII);
    text[1_500] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("broken.txt"), text);
    Path said = folder.resolve("said");
    int code =
        ChildProgram.with(
                List.of(
                    "@" + Path.of(System.getProperty("semascope.basedir"), "app", "java.args"),
                    "-Duser.language=de",
                    "-Duser.country=DE",
                    "-Dsemascope.home=" + folder.resolve("home")),
                System.getProperty("java.class.path"),
                "io.semascope.Main",
                List.of("import", file.toString(), "-w", folder.resolve("w.semascope").toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertEquals(5, code, Files.readString(said));
    assertTrue(Files.readString(said).contains("Byte 1,500, in line 1"), Files.readString(said));
  }
}
