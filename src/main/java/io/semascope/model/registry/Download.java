package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/// Brings one file from a server into a part file, going on where an earlier attempt ended. Nothing is checked here but the size.
final class Download {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ATTEMPTS_WITHOUT_A_BYTE = 3;
  private static final int ATTEMPTS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client;
  private final Cancellation cancellation;
  private final LongConsumer progress;

  /// @param client follows redirects
  /// @param progress told the bytes that lie in the part file, earlier ones included
  Download(HttpClient client, Cancellation cancellation, LongConsumer progress) {
    this.client = client;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  /// Fills the part file up to `limit` bytes, or to the end of what the server has when `limit` is 0. A connection that breaks is taken up again as long as
  /// every attempt brings something. Throws `IOException` when the server gives up, `JobCancelled` when asked to stop; the part stays either way.
  void fill(URI uri, Path part, long limit) throws IOException {
    int fruitless = 0;
    IOException last = new NotDelivered(uri + " gave nothing");
    for (int attempt = 0; attempt < ATTEMPTS && fruitless < ATTEMPTS_WITHOUT_A_BYTE; attempt++) {
      cancellation.check();
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        if (limit > 0 && channel.size() > limit) {
          channel.truncate(0);
        }
        long before = channel.size();
        if (limit > 0 && before == limit) {
          return;
        }
        try {
          if (transfer(uri, channel, limit)) {
            return;
          }
          last = new NotDelivered(uri + " ended after " + channel.size() + " bytes");
        } catch (Interrupted e) {
          last = e;
        }
        fruitless = channel.size() > before ? 0 : fruitless + 1;
      }
    }
    throw last;
  }

  /// Whether the file is complete.
  private boolean transfer(URI uri, FileChannel channel, long limit) throws IOException {
    long start = channel.size();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET();
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
    }
    HttpResponse<InputStream> response =
        Exchange.send(
            client, request.build(), HttpResponse.BodyHandlers.ofInputStream(), cancellation);
    try (InputStream body = response.body()) {
      if (!Mirror.allowed(response.uri())) {
        throw new NotDelivered(uri + " leads to " + response.uri() + ", which is not https");
      }
      switch (response.statusCode()) {
        case 200 -> channel.truncate(0);
        case 206 -> requireStart(response, start);
        case 416 -> {
          channel.truncate(0);
          return false;
        }
        default -> throw new NotDelivered(uri + " answered with status " + response.statusCode());
      }
      channel.position(channel.size());
      OptionalLong length = response.headers().firstValueAsLong("Content-Length");
      long expected = limit > 0 || length.isEmpty() ? limit : channel.size() + length.getAsLong();
      copy(response.uri(), body, channel, limit);
      return expected == 0 || channel.size() == expected;
    }
  }

  private static void requireStart(HttpResponse<?> response, long start) throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes " + start + "-")) {
      throw new NotDelivered(
          response.uri() + " sent the range “" + range + "”, asked was " + start);
    }
  }

  private void copy(URI uri, InputStream body, FileChannel channel, long limit) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (var _ = cancellation.onRequest(() -> closeQuietly(body))) {
      while (true) {
        int count = read(uri, body, buffer);
        cancellation.check();
        if (count < 0) {
          return;
        }
        if (limit > 0 && channel.size() + count > limit) {
          channel.truncate(0);
          throw new NotDelivered(
              uri.getHost() + " sends more than the promised " + limit + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        progress.accept(channel.size());
      }
    }
  }

  private int read(URI uri, InputStream body, byte[] buffer) throws IOException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      cancellation.check();
      throw new Interrupted(uri, e);
    }
  }

  private static void closeQuietly(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // The reader meets the closed stream and sees the stop.
      return;
    }
  }

  /// The connection broke, which a new attempt may mend; a full disk it does not.
  private static final class Interrupted extends NotDelivered {
    private static final long serialVersionUID = 1L;

    Interrupted(URI server, IOException cause) {
      super(words(server, cause), cause);
    }
  }
}
