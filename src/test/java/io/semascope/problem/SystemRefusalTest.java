package io.semascope.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SystemRefusalTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void namesThePersonsPathAndNoDraft() {
    Path file = folder.resolve("x.png");
    String draft = folder.resolve(".x.png.7540.part").toString();
    assertEquals(
        "The folder " + folder + " may not be written.",
        SystemRefusal.writing(file, new AccessDeniedException(draft)));
    assertEquals(
        "Nothing can be made in the folder " + folder + ".",
        SystemRefusal.writing(folder.resolve("a/b/x.png"), new NoSuchFileException(draft)));
    assertEquals(
        "The disk is full (No space left on device).",
        SystemRefusal.writing(
            file, new FileSystemException(draft, null, "No space left on device")));
    assertEquals(
        "The disk that holds " + folder + " can only be read.",
        SystemRefusal.writing(file, new FileSystemException(draft, null, "Read-only file system")));
    assertEquals(
        "The system says: Input/output error.",
        SystemRefusal.writing(file, new FileSystemException(draft, null, "Input/output error")));
    assertEquals(
        "The system says: no, without a reason.",
        SystemRefusal.writing(file, new FileSystemException(draft)));
    assertEquals(
        "The system says: something of that name is there already.",
        SystemRefusal.writing(file, new FileAlreadyExistsException(draft)));
  }

  @Test
  void aFileInThePlaceOfAFolder() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    assertEquals(
        plain + " is a file, not a folder.",
        SystemRefusal.writing(
            plain.resolve("x.png"),
            new FileSystemException(plain + "/.x.png.part", null, "Not a directory")));
  }

  @Test
  void whatCannotBeRead() {
    Path file = folder.resolve("x.csv");
    assertEquals(
        file + " may not be read.",
        SystemRefusal.reading(file, new AccessDeniedException(file.toString())));
    assertEquals(
        "There is no file " + file + ".",
        SystemRefusal.reading(file, new NoSuchFileException(file.toString())));
    assertEquals(
        "The system says: Input/output error.",
        SystemRefusal.reading(file, new IOException("Input/output error")));
    assertEquals(
        "The system says: the file ends too early.",
        SystemRefusal.reading(file, new EOFException()));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script there names no program")
  void whatCannotBeStarted() throws IOException {
    Path script = folder.resolve("start");
    assertEquals("There is no file " + script + ".", starting(script));
    Files.writeString(script, "#!/no/such/program\n");
    assertEquals(script + " may not be run.", starting(script));
    assertTrue(script.toFile().setExecutable(true));
    assertEquals(
        "The system says of it, or of the program named in its first line: No such file or"
            + " directory.",
        starting(script));
    assertEquals(
        "The system says: Cannot allocate memory.",
        SystemRefusal.starting(
            script, new IOException("Exec failed, error: 12 (Cannot allocate memory) ")));
  }

  private static String starting(Path program) {
    IOException refused =
        assertThrows(IOException.class, () -> new ProcessBuilder(program.toString()).start());
    return SystemRefusal.starting(program, refused);
  }

  @Test
  void whatJavaWordedIsNotPassedOn() {
    assertSays("it holds bytes that are no text", new MalformedInputException(1));
    assertSays("the archive is damaged", new ZipException("zip END header not found"));
    assertSays("it is no folder", new NotDirectoryException("x"));
    assertSays("the folder is not empty", new DirectoryNotEmptyException("x"));
    assertSays("no, without a reason", new ClosedChannelException());
    assertSays(
        "Input/output error", new UncheckedIOException(new IOException("Input/output error")));
    assertSays("the file ends too early", new IOException(new EOFException()));
  }

  private static void assertSays(String words, Exception cause) {
    assertEquals("The system says: " + words + ".", SystemRefusal.reading("x.csv", cause));
  }
}
