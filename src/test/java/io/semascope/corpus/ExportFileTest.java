package io.semascope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
  private static final ExportFile.Body NEW =
      out -> out.write("new".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;

  @Test
  void aFileIsMadeOrReplaced() throws IOException {
    Path file = folder.resolve("a.csv");
    ExportFile.write(file, NEW);
    ExportFile.write(file, NEW);
    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), listing());
  }

  @Test
  void aSymbolicLinkIsReplacedAndWhatItPointsToStays() throws IOException {
    Path real = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    ExportFile.write(link, NEW);
    assertTrue(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS));
    assertEquals("new", Files.readString(link));
    assertEquals("old", Files.readString(real));
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    ExportFailed failure =
        assertThrows(
            ExportFailed.class,
            () ->
                ExportFile.write(
                    file,
                    out -> {
                      out.write(new byte[200_000]);
                      throw new IOException("No space left on device");
                    }));
    assertTrue(failure.report().why().contains("No space left on device"));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), listing());
  }

  @Test
  void aBugInTheBodyLeavesTheOldFileToo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "old");
    assertThrows(
        IllegalStateException.class,
        () ->
            ExportFile.write(
                file,
                out -> {
                  throw new IllegalStateException();
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), listing());
  }

  @Test
  void impossiblePlacesAreRefused() {
    assertThrows(ExportFailed.class, () -> ExportFile.write(folder, NEW));
    Path nowhere = folder.resolve("missing/a.csv");
    assertEquals(
        "There is no folder " + nowhere.getParent() + ".",
        assertThrows(ExportFailed.class, () -> ExportFile.write(nowhere, NEW)).report().why());
  }

  @Test
  void aFolderNobodyMayWriteToIsRefused() {
    Path system = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(system), "only Linux has a folder even root cannot write to");
    assertThrows(ExportFailed.class, () -> ExportFile.write(system.resolve("a.csv"), NEW));
  }

  private List<Path> listing() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
