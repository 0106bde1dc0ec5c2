package io.semascope.wronghouse.projection;

import java.util.concurrent.CompletableFuture;

/// Starts threads.
public final class Picture {
  public CompletableFuture<Void> drawSoon(Runnable brush) {
    return CompletableFuture.runAsync(brush);
  }

  public Thread draw(Runnable brush) {
    return Thread.ofVirtual().start(brush);
  }
}
