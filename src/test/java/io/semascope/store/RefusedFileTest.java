package io.semascope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemKind;
import io.semascope.text.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file that is refused keeps its bytes, gets nothing beside it, and is told apart in three sentences.
class RefusedFileTest {
  @TempDir Path folder;

  private Path sound() {
    Path file = folder.resolve("a.semascope");
    try (Workspace workspace = Workspace.create(file)) {
      Samples.fill(workspace);
    }
    return file;
  }

  /// Opens the file, expects the problem and the whole folder as it was, byte for byte.
  private <P extends ProblemException> P refused(Class<P> problem, Path file) throws IOException {
    Map<Path, ByteBuffer> before = contents();
    P thrown = assertThrows(problem, () -> Workspace.open(file));
    assertEquals(before, contents());
    assertEquals(ProblemKind.WORKSPACE, thrown.kind());
    assertTrue(thrown.report().what().contains(file.toString()), thrown.toString());
    for (String sentence :
        List.of(thrown.report().what(), thrown.report().why(), thrown.report().remedy())) {
      assertTrue(sentence.matches("(?s)[A-Z].*[^.]\\."), sentence);
    }
    return thrown;
  }

  private Map<Path, ByteBuffer> contents() throws IOException {
    Map<Path, ByteBuffer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private void refusedBecause(String why, Path file) throws IOException {
    WorkspaceUnusable problem = refused(WorkspaceUnusable.class, file);
    assertTrue(problem.report().why().contains(why), problem.toString());
  }

  @Test
  void whatIsNoWorkspace() throws IOException {
    refusedBecause("no such file", folder.resolve("missing.semascope"));
    Path nowhere = folder.resolve("nowhere");
    Path inside = nowhere.resolve("missing.semascope");
    refusedBecause("no folder " + nowhere + ".", inside);
    assertTrue(
        refused(WorkspaceUnusable.class, inside).report().remedy().contains("make that folder"));
    refusedBecause("folder", Files.createDirectory(folder.resolve("folder.semascope")));
    refusedBecause("empty", Files.createFile(folder.resolve("empty.semascope")));
    Path text = folder.resolve("text.semascope");
    Files.writeString(text, "Some prose that is long enough to fill a header. ".repeat(20));
    refusedBecause("some other kind of file", text);
    Path stub = folder.resolve("stub.semascope");
    Files.writeString(stub, "SQLite format 3\0");
    refusedBecause("some other kind of file", stub);
  }

  @Test
  void aDatabaseOfAnotherProgram() throws IOException, SQLException {
    Path file = folder.resolve("foreign.semascope");
    for (String journal : List.of("DELETE", "WAL")) {
      Files.deleteIfExists(file);
      execute(file, "PRAGMA journal_mode = " + journal, "CREATE TABLE a (b)");
      refusedBecause("another program", file);
    }
  }

  @Test
  void aNewerVersion() throws IOException, SQLException {
    Path file = sound();
    execute(file, "PRAGMA user_version = 2");
    WorkspaceTooNew problem = refused(WorkspaceTooNew.class, file);
    assertEquals(
        "Its schema version is 2 and this program knows versions up to 1.", problem.report().why());
  }

  @Test
  void aVersionThatNeverWas() throws IOException, SQLException {
    Path file = sound();
    for (int version : List.of(0, -1)) {
      execute(file, "PRAGMA user_version = " + version);
      refused(WorkspaceDamaged.class, file);
    }
  }

  @Test
  void tablesThatAreNotOurs() throws IOException, SQLException {
    for (String change :
        List.of(
            "DROP TABLE window_state",
            "ALTER TABLE document ADD COLUMN more ANY",
            "DROP INDEX unit_in_order",
            "CREATE VIEW extra AS SELECT 1",
            "CREATE TRIGGER extra AFTER INSERT ON document BEGIN DELETE FROM document; END")) {
      Path file = sound();
      execute(file, change);
      WorkspaceDamaged problem = refused(WorkspaceDamaged.class, file);
      assertTrue(problem.report().why().contains("tables"), change);
      Files.delete(file);
    }
  }

  @Test
  void aReferenceToARowThatIsMissing() throws IOException, SQLException {
    Path file = sound();
    execute(file, "DELETE FROM document WHERE number = 1");
    assertTrue(refused(WorkspaceDamaged.class, file).report().why().contains("table unit"));
  }

  /// The sign of a key tells something else while vectors are read.
  @Test
  void keysBelowOneAreDamage() throws IOException, SQLException {
    for (int number : List.of(0, -1)) {
      Path file = sound();
      execute(
          file,
          "UPDATE vector_key SET number = " + number + " WHERE number = 1",
          "UPDATE unit SET vector_key = " + number + " WHERE vector_key = 1",
          "UPDATE vector SET vector_key = " + number + " WHERE vector_key = 1");
      try (Workspace workspace = Workspace.open(file)) {
        long space = workspace.spaces().getFirst().id();
        List<Document> documents = workspace.documents();
        WorkspaceDamaged problem =
            assertThrows(WorkspaceDamaged.class, () -> workspace.beginReading(space, documents));
        assertTrue(problem.report().why().contains("number " + number), problem.toString());
      }
      Files.delete(file);
    }
  }

  @Test
  void aFileThatWasCutOff() throws IOException {
    Path file = sound();
    byte[] bytes = Files.readAllBytes(file);
    for (int length : List.of(100, 4096, 16384, bytes.length / 2, bytes.length - 1)) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      refused(WorkspaceDamaged.class, file);
    }
  }

  @Test
  void randomBytesAreEitherNoticedOrHarmless() throws IOException {
    damageAtRandom(RefusedFileTest::opensOrSaysWhy);
  }

  @Test
  void randomBytesAreNoticedBeforeAnythingIsWrittenToWhatIsShownAlready() throws IOException {
    damageAtRandom(RefusedFileTest::showsOrSaysWhy);
  }

  @FunctionalInterface
  private interface Opening {
    /// Whether nothing was noticed.
    boolean of(Path file, byte[] bytes, String round) throws IOException;
  }

  private void damageAtRandom(Opening opening) throws IOException {
    long seed = 20261121;
    Random random = new Random(seed);
    Path file = sound();
    byte[] sound = Files.readAllBytes(file);
    int noticed = 0;
    for (int round = 0; round < 100; round++) {
      byte[] bytes = sound.clone();
      int start = random.nextInt(bytes.length);
      while (bytes[start] == 0) {
        start = random.nextInt(bytes.length);
      }
      for (int i = start; i < Math.min(bytes.length, start + 64); i++) {
        bytes[i] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
      noticed += opening.of(file, bytes, "seed " + seed + ", round " + round) ? 0 : 1;
    }
    assertTrue(noticed > 20, "only " + noticed + " damages were noticed");
  }

  private static boolean opensOrSaysWhy(Path file, byte[] bytes, String round) throws IOException {
    try (Workspace workspace = Workspace.open(file)) {
      workspace.documents();
      workspace.windowState();
      workspace.projections();
      workspace.projection(List.of(1L), 2, "tsne");
      for (var space : workspace.spaces()) {
        workspace.pending(space.id());
        workspace.readSpace(space.id());
      }
      return true;
    } catch (ProblemException e) {
      assertEquals(ProblemKind.WORKSPACE, e.kind(), round);
      assertArrayEquals(bytes, Files.readAllBytes(file), round);
      return false;
    }
  }

  private static boolean showsOrSaysWhy(Path file, byte[] bytes, String round) throws IOException {
    try (Workspace workspace = Workspace.openToShow(file)) {
      for (var space : workspace.spaces()) {
        workspace.readSpace(space.id());
      }
      workspace.projections();
    } catch (ProblemException e) {
      assertEquals(ProblemKind.WORKSPACE, e.kind(), round);
    }
    assertArrayEquals(bytes, Files.readAllBytes(file), round + ": reading changes nothing");
    try (Workspace workspace = Workspace.openToShow(file)) {
      workspace.putWindowState(Map.of("panel", "map"));
      return true;
    } catch (ProblemException e) {
      assertEquals(ProblemKind.WORKSPACE, e.kind(), round);
      assertArrayEquals(bytes, Files.readAllBytes(file), round);
      return false;
    }
  }

  @Test
  void damageIsFoundBeforeAJournalIsMovedIntoTheFile() throws IOException {
    Path file = sound();
    Path killed = folder.resolve("killed.semascope");
    try (Workspace workspace = Workspace.open(file)) {
      workspace.putWindowState(Map.of("panel", "map"));
      Files.copy(file, killed);
      Files.copy(folder.resolve("a.semascope-wal"), folder.resolve("killed.semascope-wal"));
    }
    try (Workspace workspace = Workspace.open(killed)) {
      assertEquals(Map.of("panel", "map"), workspace.windowState());
      Files.copy(folder.resolve("killed.semascope"), folder.resolve("broken.semascope"));
      workspace.putWindowState(Map.of("panel", "probe"));
      Files.copy(folder.resolve("killed.semascope-wal"), folder.resolve("broken.semascope-wal"));
    }
    Path broken = folder.resolve("broken.semascope");
    try (FileChannel channel = FileChannel.open(broken, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[16384]), 2 * 16384);
    }
    refused(WorkspaceDamaged.class, broken);
  }

  @Test
  void openHereAlready() throws IOException {
    Path file = sound();
    Path link = folder.resolve("link.semascope");
    Files.createSymbolicLink(link, file);
    Workspace first = Workspace.open(file);
    for (Path path : List.of(file, link)) {
      WorkspaceLocked problem = assertThrows(WorkspaceLocked.class, () -> Workspace.open(path));
      assertTrue(problem.report().why().contains("This Semascope"), problem.toString());
    }
    first.close();
    Workspace.open(link).close();
    first.close();
  }

  @Test
  void aFileOrFolderThatMayNotBeWritten() throws IOException {
    Path file = sound();
    assertTrue(file.toFile().setWritable(false));
    assumeFalse(Files.isWritable(file), "this user may write every file");
    refusedBecause("file may not be written", file);
    assertTrue(file.toFile().setWritable(true));
    assertTrue(folder.toFile().setWritable(false));
    refusedBecause("folder may not be written", file);
    assertThrows(WorkspaceUnusable.class, () -> Workspace.create(folder.resolve("new.semascope")));
    assertTrue(folder.toFile().setWritable(true));
  }

  @Test
  void nothingIsWrittenOverAFileOrBesideAStrayJournal() throws IOException {
    Path file = sound();
    byte[] bytes = Files.readAllBytes(file);
    assertThrows(WorkspaceUnusable.class, () -> Workspace.create(file));
    assertArrayEquals(bytes, Files.readAllBytes(file));
    Files.write(folder.resolve("b.semascope-wal"), new byte[] {1});
    assertThrows(WorkspaceUnusable.class, () -> Workspace.create(folder.resolve("b.semascope")));
    assertThrows(
        WorkspaceUnusable.class, () -> Workspace.create(folder.resolve("none/c.semascope")));
    List<String> names = new ArrayList<>();
    contents().keySet().forEach(path -> names.add(path.getFileName().toString()));
    assertEquals(List.of("a.semascope", "b.semascope-wal"), names);
  }

  @Test
  void aNameWithSignsThatMeanSomethingInAnAddress() {
    Path file = folder.resolve("what? 100% #1 é&x=y;.semascope");
    try (Workspace workspace = Workspace.openOrCreate(file)) {
      Samples.fill(workspace);
    }
    assertTrue(Files.exists(file));
    try (Workspace workspace = Workspace.openOrCreate(file)) {
      assertEquals(Samples.documents(20), workspace.documents());
    }
  }

  @Test
  void aProblemIsAProblemWhateverItsClass() {
    assertInstanceOf(
        ProblemException.class,
        assertThrows(RuntimeException.class, () -> Workspace.open(Path.of("/"))));
  }

  private static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
