package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import io.semascope.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Fetches one file from one mirror, checks it, and puts it in its place whole.
final class FileFetch {
  private static final int BUFFER_BYTES = 1 << 16;

  private final PromiseRequest promises;
  private final HttpClient client;
  private final Cancellation cancellation;
  private final Listener listener;

  /// Hears how far a file has come, in bytes.
  interface Listener {
    /// @param present of them, what lies there from an earlier time
    void promised(long bytes, long present);

    void arrived(long bytes);
  }

  FileFetch(
      PromiseRequest promises, HttpClient client, Cancellation cancellation, Listener listener) {
    this.promises = promises;
    this.client = client;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  /// Throws `IOException` when this mirror does not give the promised bytes.
  void file(ModelFile file, URI uri, Path target) throws IOException {
    Promise promise = promises.of(file, uri, cancellation);
    Path part = part(target);
    Files.createDirectories(part.getParent());
    requireRoom(part, promise.bytes());
    listener.promised(promise.bytes(), present(part));
    boolean resumed = Files.exists(part);
    download().fill(uri, part, promise.bytes());
    if (!meets(part, promise) && resumed) {
      // The earlier part may come from another version of the file: once more, from the start.
      Files.deleteIfExists(part);
      download().fill(uri, part, promise.bytes());
    }
    place(part, promise, target, uri.toString());
  }

  /// The jar itself is not checked, only the file it holds, and it is deleted afterwards. Throws `IOException` as `file` does.
  void jarEntry(ModelFile file, Mirror.WebJar mirror, Path target) throws IOException {
    Promise promise = new Promise(file.bytes(), Promise.Kind.SHA256, file.sha256());
    Path jar = part(target.resolveSibling(target.getFileName() + ".jar"));
    Path part = part(target);
    Files.createDirectories(part.getParent());
    requireRoom(part, promise.bytes());
    listener.promised(promise.bytes(), present(jar));
    download().fill(mirror.jar(), jar, 0);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(mirror.entry());
      if (entry == null || entry.getSize() != promise.bytes()) {
        throw new NotDelivered(mirror.jar() + " holds no such file as " + mirror.entry());
      }
      try (InputStream stream = zip.getInputStream(entry)) {
        Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (ZipException e) {
      throw new NotDelivered(mirror.jar() + " is no sound archive", e);
    } finally {
      Files.deleteIfExists(jar);
    }
    place(part, promise, target, mirror.jar().toString());
  }

  private Download download() {
    return new Download(client, cancellation, listener::arrived);
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static void requireRoom(Path part, long bytes) throws IOException {
    long free = Files.getFileStore(part.getParent()).getUsableSpace();
    if (free < bytes - present(part)) {
      throw new NotDelivered(
          part.getParent()
              + " has room for "
              + free
              + " bytes, needed are "
              + (bytes - present(part)));
    }
  }

  private static long present(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private void place(Path part, Promise promise, Path target, String origin) throws IOException {
    if (!meets(part, promise)) {
      Files.deleteIfExists(part);
      throw new NotDelivered(
          origin + " gave a file whose hash is not the promised " + promise.hash());
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean meets(Path part, Promise promise) throws IOException {
    if (Files.size(part) != promise.bytes()) {
      return false;
    }
    MessageDigest digest = promise.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream stream = Files.newInputStream(part)) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        cancellation.check();
        digest.update(buffer, 0, count);
      }
    }
    return promise.metBy(digest);
  }
}
