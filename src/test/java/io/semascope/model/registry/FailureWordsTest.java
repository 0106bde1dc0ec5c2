package io.semascope.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelFileDamaged;
import io.semascope.model.ModelUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person reads when a server or the disk gives no model, or a file of it is no JSON: no word of Java, and the cause is kept.
class FailureWordsTest {
  private static final char[] PASSWORD = "a password".toCharArray();

  @TempDir Path folder;

  private ModelUnavailable refused(String... mirrors) {
    ModelFile file =
        new ModelFile("graph", "onnx/model.onnx", 1000, "a".repeat(64), List.of(mirrors));
    WeightFetch fetch = new WeightFetch(folder, new VerifiedFiles(), new AtomicBoolean());
    return assertThrows(
        ModelUnavailable.class, () -> fetch.fetch(OneFileModel.of(file), JobContext.direct()));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isCausedBy(Throwable problem, Class<?> kind) {
    for (Throwable e = problem; e != null; e = e.getCause()) {
      if (kind.isInstance(e)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aServerThatIsNotThere() throws IOException {
    String nobody = "http://127.0.0.1:" + closedPort() + "/model.onnx";
    ModelUnavailable problem = refused(nobody, nobody);
    assertEquals(
        "No mirror gave it: 127.0.0.1 refused the connection; 127.0.0.1 refused the connection.",
        problem.report().why());
    assertTrue(isCausedBy(problem, ConnectException.class));
    assertEquals(1, problem.getSuppressed().length, "the second mirror's failure");
  }

  @Test
  void aServerThatBreaksOff() throws IOException {
    try (FileServer server = new FileServer()) {
      server.put("/model.onnx", new byte[1000]);
      server.cutAfter(0);
      ModelUnavailable problem = refused(server.address("/model.onnx"));
      assertEquals(
          "No mirror gave it: 127.0.0.1 broke off the connection.", problem.report().why());
      assertTrue(Optional.ofNullable(problem.getCause()).map(Throwable::getCause).isPresent());
    }
  }

  @Test
  void aServerThatSpeaksNoHttps() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket call = plain.accept()) {
                  call.getOutputStream()
                      .write(
                          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  call.getInputStream().readAllBytes();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertEquals(
          "No mirror gave it: 127.0.0.1 agreed to no secure connection.",
          refused("https://127.0.0.1:" + plain.getLocalPort() + "/model.onnx").report().why());
    }
  }

  @Test
  void aServerWhoseCertificateNobodySigned() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.start();
    try {
      String address = "https://localhost:" + server.getAddress().getPort() + "/model.onnx";
      assertEquals(
          "No mirror gave it: localhost showed a certificate that is not trusted here.",
          refused(address).report().why());
    } finally {
      server.stop(0);
    }
  }

  private SSLContext selfSigned() throws Exception {
    Path keys = folder.resolve("keys.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                tool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                keys.toString(),
                "-storepass",
                String.valueOf(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, made.waitFor(), said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void aServerThatStaysSilent() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"))
              .timeout(Duration.ofMillis(100))
              .build();
      NotDelivered problem =
          assertThrows(
              NotDelivered.class,
              () ->
                  Exchange.send(
                      client,
                      request,
                      HttpResponse.BodyHandlers.discarding(),
                      Cancellation.never()));
      assertEquals("127.0.0.1 did not answer in time", problem.getMessage());
      assertTrue(isCausedBy(problem, HttpTimeoutException.class));
    }
  }

  @Test
  void anArchiveThatIsNone() throws IOException {
    try (FileServer server = new FileServer()) {
      server.put("/weights.jar", "no archive at all".getBytes(StandardCharsets.US_ASCII));
      ModelUnavailable problem = refused(server.address("/weights.jar!/model.onnx"));
      assertEquals(
          "No mirror gave it: " + server.address("/weights.jar") + " is no sound archive.",
          problem.report().why());
    }
  }

  @Test
  void aPlaceWhereNothingCanBeWritten() throws IOException {
    Files.writeString(folder.resolve("onnx"), "a file where a folder must be");
    try (FileServer server = new FileServer()) {
      server.put("/model.onnx", new byte[1000]);
      assertEquals(
          "No mirror gave it: " + folder.resolve("onnx") + " is a file, not a folder.",
          refused(server.address("/model.onnx")).report().why());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": 1             | x.json ends too early for a JSON file, in line 1, column 8.
          {"a": 1, 'b': 2}    | x.json stops being a JSON file, in line 1, column 11.
          {"a": 1} 2          | x.json stops being a JSON file, in line 1, column 11.
          letter              | x.json stops being a JSON file, in line 1, column 1.
          """)
  void aFileThatIsNoJson(String json, String why) {
    ModelFileDamaged problem =
        assertThrows(ModelFileDamaged.class, () -> JsonFields.parse("x.json", json));
    assertEquals(why, problem.report().why());
  }

  @Test
  void aFileThatIsNestedTooDeeply() {
    String json = "[".repeat(2_000_000);
    ModelFileDamaged problem =
        assertThrows(ModelFileDamaged.class, () -> JsonFields.parse("x.json", json));
    assertEquals("x.json is nested too deeply for a JSON file.", problem.report().why());
  }
}
