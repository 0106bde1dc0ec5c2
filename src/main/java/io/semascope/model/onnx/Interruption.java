package io.semascope.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.semascope.job.Cancellation;

/// Lets a stop reach a graph that is running. One per run.
final class Interruption implements AutoCloseable {
  private final OrtSession.RunOptions options;
  private final Cancellation.Registration registration;
  private boolean closed;

  Interruption(Cancellation cancellation) throws OrtException {
    options = new OrtSession.RunOptions();
    registration = cancellation.onRequest(this::terminate);
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
    registration.close();
    synchronized (this) {
      closed = true;
      options.close();
    }
  }
}
