package io.semascope.model.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a model file can be had.
sealed interface Mirror {
  /// A resource on Semascope's own class path, such as `/all-minilm-l6-v2.onnx`.
  record ClassPath(String resource) implements Mirror {}

  /// A file on a server.
  record Web(URI uri) implements Mirror {}

  /// An entry of a jar on a server, written `https://…/weights.jar!/model.onnx`.
  record WebJar(URI jar, String entry) implements Mirror {}

  /// Reads a mirror of a descriptor; empty when it is none. Plain `http` is taken from this machine itself only.
  static Optional<Mirror> parse(String text) {
    if (text.startsWith("classpath:/")) {
      return Optional.of(new ClassPath(text.substring("classpath:".length())));
    }
    int bang = text.indexOf("!/");
    String address = bang < 0 ? text : text.substring(0, bang);
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (!allowed(uri)) {
      return Optional.empty();
    }
    return Optional.of(bang < 0 ? new Web(uri) : new WebJar(uri, text.substring(bang + 2)));
  }

  /// Whether bytes may be taken from this address: HTTPS, or HTTP from this machine itself.
  static boolean allowed(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(uri.getHost()).orElse("");
    boolean loopback = List.of("127.0.0.1", "localhost", "[::1]").contains(host);
    return !host.isEmpty() && (scheme.equals("https") || (scheme.equals("http") && loopback));
  }
}
