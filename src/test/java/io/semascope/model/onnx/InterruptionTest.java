package io.semascope.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.semascope.job.Cancellation;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  @Test
  void aStopReachesTheGraph() throws OrtException {
    OrtEnvironment environment = NativeLibraries.prepare(RealModels.cache());
    Cancellation cancellation = new Cancellation();
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (OrtSession session =
        environment.createSession(
            GoldenVectors.bytes("qwen-without-cache.onnx"), new OrtSession.SessionOptions())) {
      for (String name : session.getInputNames()) {
        LongBuffer one = LongBuffer.wrap(new long[] {1});
        inputs.put(name, OnnxTensor.createTensor(environment, one, new long[] {1, 1}));
      }
      try (Interruption interruption = new Interruption(cancellation)) {
        try (OrtSession.Result result = session.run(inputs, interruption.options())) {
          assertEquals(1, result.size());
        }
        cancellation.request();
        assertThrows(OrtException.class, () -> session.run(inputs, interruption.options()));
      }
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  @Test
  void aStopAfterTheRunHarmsNothing() throws OrtException {
    NativeLibraries.prepare(RealModels.cache());
    Cancellation cancellation = new Cancellation();
    Interruption interruption = new Interruption(cancellation);
    interruption.close();
    cancellation.request();
    assertThrows(IllegalStateException.class, () -> interruption.options().setTerminate(true));
  }
}
