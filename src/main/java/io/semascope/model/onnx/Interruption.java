package io.semascope.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.semascope.job.Cancellation;
import java.util.List;
import java.util.stream.Stream;

/// Lets a stop reach a graph that is running. One per run.
final class Interruption implements AutoCloseable {
  private final OrtSession.RunOptions options;
  private final List<Cancellation.Registration> registrations;
  private boolean closed;

  /// @param wishes any of them stops the run
  Interruption(Cancellation... wishes) throws OrtException {
    options = new OrtSession.RunOptions();
    registrations = Stream.of(wishes).map(wish -> wish.onRequest(this::terminate)).toList();
  }

  OrtSession.RunOptions options() {
    return options;
  }

  private synchronized void terminate() {
    if (closed) {
      return;
    }
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      // The run then ends by itself, and the stop is seen right after it.
      return;
    }
  }

  @Override
  public void close() {
    registrations.forEach(Cancellation.Registration::close);
    synchronized (this) {
      closed = true;
      options.close();
    }
  }
}
