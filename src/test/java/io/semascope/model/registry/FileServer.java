package io.semascope.model.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on this machine that gives files, and misbehaves as told.
final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int cutAfter = Integer.MAX_VALUE;
  private volatile Runnable onRequest = () -> {};
  private volatile Runnable beforeClosing = () -> {};

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  /// Sent with every answer.
  void header(String name, String value) {
    headers.put(name, value);
  }

  /// Breaks every connection after so many bytes of the body.
  void cutAfter(int bytes) {
    cutAfter = bytes;
  }

  void onRequest(Runnable action) {
    onRequest = action;
  }

  /// Runs while the connection of a `GET` is still open, its body sent or cut.
  void beforeClosing(Runnable action) {
    beforeClosing = action;
  }

  /// `GET /path 0` with the first byte asked for.
  List<String> requests() {
    return requests;
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    onRequest.run();
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    int start = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    requests.add(exchange.getRequestMethod() + " " + path + " " + start);
    byte[] content = files.get(path);
    headers.forEach(exchange.getResponseHeaders()::set);
    try (exchange) {
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
        exchange.sendResponseHeaders(200, -1);
      } else if (start >= content.length) {
        exchange.sendResponseHeaders(416, -1);
      } else {
        send(exchange, content, start, range != null);
      }
    }
  }

  private void send(HttpExchange exchange, byte[] content, int start, boolean partial)
      throws IOException {
    int rest = content.length - start;
    if (partial) {
      String sent = "bytes " + start + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().set("Content-Range", sent);
    }
    exchange.sendResponseHeaders(partial ? 206 : 200, rest);
    exchange.getResponseBody().write(content, start, Math.min(rest, cutAfter));
    exchange.getResponseBody().flush();
    beforeClosing.run();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
