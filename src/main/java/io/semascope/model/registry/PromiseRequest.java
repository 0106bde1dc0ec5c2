package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import io.semascope.model.ModelFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out what a file must be: from its entry, or, where the entry has no hash, from what the hub states before the file is fetched.
///
/// The Hugging Face hub answers a HEAD request for a file under Git LFS with its SHA-256 in `X-Linked-ETag` and its size in `X-Linked-Size`, and for a
/// small file with the Git blob hash in `ETag` (hub documentation, “HTTP headers of resolve”). So the bytes, which come from another server, are checked
/// against what the hub says over TLS. A mirror that states no hash is not used.
final class PromiseRequest {
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([0-9a-f]{64}|[0-9a-f]{40})\"?");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;

  /// @param client follows no redirects, because the hub states the hash in the redirecting answer
  PromiseRequest(HttpClient client) {
    this.client = client;
  }

  /// Throws `IOException` when the server states no hash.
  Promise of(ModelFile file, URI mirror, Cancellation cancellation) throws IOException {
    if (!file.sha256().isEmpty()) {
      return new Promise(file.bytes(), Promise.Kind.SHA256, file.sha256());
    }
    HttpRequest request =
        HttpRequest.newBuilder(mirror)
            .timeout(TIMEOUT)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<Void> response =
        Exchange.send(client, request, HttpResponse.BodyHandlers.discarding(), cancellation);
    if (response.statusCode() >= 400) {
      throw new NotDelivered(mirror + " answered with status " + response.statusCode());
    }
    Optional<Promise> linked = promise(response, "X-Linked-ETag", "X-Linked-Size");
    if (linked.isPresent()) {
      return linked.get();
    }
    return promise(response, "ETag", "Content-Length")
        .filter(promise -> response.statusCode() < 300)
        .orElseThrow(() -> new NotDelivered(mirror + " does not state the file's hash and size"));
  }

  private static Optional<Promise> promise(
      HttpResponse<Void> response, String hashHeader, String sizeHeader) {
    OptionalLong bytes = size(response, sizeHeader);
    Matcher tag = ETAG.matcher(response.headers().firstValue(hashHeader).orElse(""));
    if (bytes.isEmpty() || !tag.matches()) {
      return Optional.empty();
    }
    String hash = tag.group(1);
    Promise.Kind kind = hash.length() == 64 ? Promise.Kind.SHA256 : Promise.Kind.GIT_BLOB;
    return Optional.of(new Promise(bytes.getAsLong(), kind, hash));
  }

  private static OptionalLong size(HttpResponse<Void> response, String header) {
    try {
      return response.headers().firstValueAsLong(header);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
