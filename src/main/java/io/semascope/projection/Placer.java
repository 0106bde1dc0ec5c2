package io.semascope.projection;

import io.semascope.job.Cancellation;
import io.semascope.vector.DenseVector;

/// Puts new vectors into an existing picture without moving what is there. Safe for use from several threads.
public interface Placer {
  Placement place(DenseVector vector, Cancellation cancellation);
}
