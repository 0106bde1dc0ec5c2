package io.semascope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.ChildProgram;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.model.EmbeddedTexts;
import io.semascope.model.FakeEmbeddingModel;
import io.semascope.model.ForwardingModel;
import io.semascope.model.ModelLoader;
import io.semascope.model.Purpose;
import io.semascope.projection.Pca;
import io.semascope.projection.Umap;
import io.semascope.session.Session;
import io.semascope.session.SessionState;
import io.semascope.session.TestSession;
import io.semascope.session.TypedRequest;
import io.semascope.text.Granularity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What a command says that is asked to end while it works.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process can only be killed by others")
final class StoppedCommandTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long INTERRUPT = 2;

  /// Texts are embedded from the longest to the shortest.
  private static final String SHORTEST = "Oil";

  @TempDir private Path folder = Path.of("");

  /// What is started in the background of a shell without a person ignores Ctrl+C, and all it starts does.
  private static boolean hearsInterrupts() throws IOException {
    if (!Files.exists(STATUS)) {
      return true;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .noneMatch(
            line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0);
  }

  @Test
  void commandsThatStoreAsTheyGoSaySo() {
    Desk desk = desk(TestSession.in(folder));
    SessionState last = TestSession.in(folder).state();
    for (SessionCommand command : List.of(new ImportCommand(desk), new EmbedCommand(desk))) {
      String said = command.stopped(last).toString();
      assertTrue(said.contains("by then is kept."), said);
      assertTrue(said.contains("goes on where it was"), said);
    }
    String map = new MapCommand(desk).stopped(last).toString();
    assertTrue(map.contains("nothing is kept of this map"), map);
    String components = new ComponentsCommand(desk).stopped(last).toString();
    assertTrue(components.contains("writes nothing before it has its answer"), components);
  }

  /// What is said of a map without an end that is stopped when its points have moved.
  private List<String> stopped(String workspace, String... more) throws Exception {
    assertEquals(
        0,
        RunCommand.in(folder, "import", TestSession.table(folder).toString(), "-w", workspace)
            .code());
    Path out = folder.resolve("map.csv");
    boolean interrupt = hearsInterrupts();
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), "map", "-w", workspace));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    Process process =
        ChildProgram.of(StoppedCommand.class, arguments.toArray(String[]::new)).start();
    List<String> said = new ArrayList<>();
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        said.add(line);
        if (line.equals(StoppedCommand.MOVED)) {
          String signal = interrupt ? "-INT" : "-TERM";
          new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
        }
      }
      assertEquals(interrupt ? 130 : 143, process.waitFor(), said.toString());
    } finally {
      process.destroyForcibly();
    }
    assertTrue(said.contains(StoppedCommand.MOVED), said.toString());
    int at = said.indexOf("The command was stopped before its end.");
    assertTrue(at >= 0, said.toString());
    assertEquals(at + 3, said.size(), "three sentences, once: " + said);
    assertFalse(Files.exists(out));
    return said.subList(at + 1, said.size());
  }

  @Test
  void aMapThatIsStoppedSaysWhatIsKeptAndHowToGoOn() throws Exception {
    String workspace = folder.resolve("w.semascope").toString();
    String iterations = "--iterations=1000000";
    List<String> said =
        stopped(workspace, "--method", "tsne", "--perplexity", "3", iterations, "--all-iterations");
    assertTrue(
        said.getFirst()
            .matches(
                "Nothing was written to .*map.csv; the workspace keeps a t-SNE that was left at"
                    + " iteration [0-9,]+ of 1,000,050\\."),
        said.toString());
    assertTrue(said.getLast().contains("--method tsne --resume"), said.toString());
    try (Session session = TestSession.in(folder)) {
      session.openWorkspace(Path.of(workspace)).await();
      assertTrue(session.state().interrupted().isPresent());
    }
  }

  @Test
  void ofAUmapThatIsStoppedNothingIsKeptAndThatIsSaid() throws Exception {
    String workspace = folder.resolve("w.semascope").toString();
    for (List<String> kept : List.of(List.<String>of(), List.of("--keep"))) {
      List<String> arguments = new ArrayList<>(List.of("--method=umap", "--epochs=1000000"));
      arguments.addAll(kept);
      List<String> said = stopped(workspace, arguments.toArray(String[]::new));
      assertTrue(said.getFirst().endsWith(", and nothing is kept of this map."), said.toString());
      assertEquals("Start the command again.", said.getLast());
      try (Session session = TestSession.in(folder)) {
        session.openWorkspace(Path.of(workspace)).await();
        assertEquals(Optional.empty(), session.state().projection(), kept.toString());
      }
    }
  }

  /// Stopped while it is measured or written, say.
  @Test
  void aMapThatWasFinishedByThenIsSaidToBeKept() throws Exception {
    Desk desk = desk(TestSession.in(folder));
    CommandLine line = new CommandLine(new MapCommand(desk));
    line.parseArgs("-w", "w", "--method", "umap", "--out", "map.csv");
    MapCommand command = line.getCommand();
    try (Session session = TestSession.in(folder)) {
      TestSession.openTable(session, folder);
      session.startLayout(new Pca()).await();
      String another = command.stopped(session.state()).toString();
      assertTrue(another.contains("nothing is kept of this map"), another);
      session.startLayout(new Umap(5, 0.1, 1, 1, 20, Umap.Start.PCA, 42)).await();
      String finished = command.stopped(session.state()).toString();
      assertTrue(finished.contains("keeps a finished map by “umap”"), finished);
    }
  }

  /// Whatever space is shown then: here the first, which has all its vectors.
  @Test
  void theVectorsOfTheOnlySpaceThatWantsMoreAreCounted() throws Exception {
    Path workspace = folder.resolve("many.semascope");
    StringBuilder table = new StringBuilder("id,text\n");
    IntStream.range(0, 600).forEach(i -> table.append("%d,A lamp of number %d\n".formatted(i, i)));
    table.append("last,").append(SHORTEST).append('\n');
    Path file = Files.writeString(folder.resolve("many.csv"), table);
    assertEquals(
        0, RunCommand.in(folder, "import", file.toString(), "-w", workspace.toString()).code());
    String one = stoppedEmbedding(workspace, "bge-small-en-v1.5-q");
    assertTrue(
        one.matches("(?s).*kept: in space 2, [0-9]+ of 601 texts have their vector\\..*"), one);
    String two = stoppedEmbedding(workspace, "e5-small-v2-q");
    assertTrue(two.contains("by then is kept."), two);
    assertFalse(two.contains("have their vector"), two);
  }

  /// What `embed` says that is stopped at its last batch.
  private String stoppedEmbedding(Path workspace, String model) {
    ModelLoader models =
        (id, dimension, context) ->
            new ForwardingModel(FakeEmbeddingModel.loader().load(id, dimension, context)) {
              @Override
              public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
                if (texts.contains(SHORTEST)) {
                  throw new JobCancelled();
                }
                return super.embed(texts, purpose, context);
              }
            };
    AtomicReference<SessionState> last = new AtomicReference<>(SessionState.empty());
    Session session = TestSession.with(folder, models);
    session.listen(last::set);
    CommandLine line = new CommandLine(new EmbedCommand(desk(session)));
    line.parseArgs("-w", workspace.toString(), "--model", model);
    EmbedCommand command = line.getCommand();
    assertThrows(JobCancelled.class, command::call);
    return command.stopped(last.get()).toString();
  }

  @Test
  void vectorsAreReadAnewAndThatIsSaid() {
    Desk desk = desk(TestSession.in(folder));
    CommandLine line = new CommandLine(new ImportCommand(desk));
    line.parseArgs("-w", "w", "--vectors", "v.npy", "--units", "u.tsv");
    ImportCommand command = line.getCommand();
    String said = command.stopped(TestSession.in(folder).state()).toString();
    assertTrue(said.contains("reads the vectors and their units anew"), said);
    assertFalse(said.contains("goes on where it was"), said);
  }

  @Test
  void textsThatWereStoredByThenAreNamed() throws Exception {
    String workspace = folder.resolve("work.semascope").toString();
    try (Session session = TestSession.in(folder)) {
      TestSession.openTable(session, folder);
      session.startLayout(new Pca()).await();
      session
          .placeText(
              new TypedRequest("an older one", new Granularity.WholeDocument(), Purpose.QUERY))
          .await();
    }
    assertEquals(
        "typed-2",
        stoppedAtSecond(workspace, "--store").replaceAll(".*stored by then: |\\..*", ""));
    String nothing = stoppedAtSecond(workspace);
    assertTrue(nothing.contains("writes nothing before it has its answer"), nothing);
  }

  /// What `place` says of two texts when the work with the second is stopped: to find its place or, when both were to be stored, to store it.
  private String stoppedAtSecond(String workspace, String... more) {
    String second = "the second text";
    AtomicInteger left = new AtomicInteger(1 + more.length);
    ModelLoader models =
        (id, dimension, context) ->
            new ForwardingModel(FakeEmbeddingModel.loader().load(id, dimension, context)) {
              @Override
              public EmbeddedTexts embed(List<String> texts, Purpose purpose, JobContext context) {
                if (texts.contains(second) && left.decrementAndGet() == 0) {
                  throw new JobCancelled();
                }
                return super.embed(texts, purpose, context);
              }
            };
    AtomicReference<SessionState> last = new AtomicReference<>(SessionState.empty());
    Session session = TestSession.with(folder, models);
    session.listen(last::set);
    CommandLine line =
        new CommandLine(new PlaceCommand(desk(session))).setCaseInsensitiveEnumValuesAllowed(true);
    List<String> arguments = new ArrayList<>(List.of("-w", workspace, "--text", "the first"));
    arguments.addAll(List.of("--text", second));
    arguments.addAll(List.of(more));
    line.parseArgs(arguments.toArray(String[]::new));
    PlaceCommand command = line.getCommand();
    assertThrows(JobCancelled.class, command::call);
    return command.stopped(last.get()).toString();
  }

  private static Desk desk(Session session) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Desk(() -> session, (shown, picture) -> {}, nowhere, nowhere, false);
  }
}
