package io.semascope.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.semascope.job.Cancellation;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.Pooling;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A graph ready to run: token ids in, one pooled vector per text out. Safe for use from any thread.
final class TextGraph implements AutoCloseable {
  private final ModelDescriptor descriptor;
  private final OrtSession session;
  private final GraphInputs inputs;
  private final String output;
  private final NativeCalls calls = NativeCalls.ofThisProgram();

  /// Takes the session over, also when it throws. Throws `ModelFileDamaged` when the graph does not fit the descriptor.
  TextGraph(ModelDescriptor descriptor, OrtEnvironment environment, OrtSession session)
      throws OrtException {
    this.descriptor = descriptor;
    this.session = session;
    try {
      inputs = new GraphInputs(descriptor.id(), environment, session);
      output = output();
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private String output() {
    Set<String> names = session.getOutputNames();
    String name = descriptor.output().isEmpty() ? names.iterator().next() : descriptor.output();
    if (!names.contains(name)) {
      throw OnnxProblems.unfit(
          descriptor.id(), "It has no output “" + name + "” but " + names, null);
    }
    return name;
  }

  /// One vector per text of the batch, in its order. Throws `JobCancelled` when asked to stop, also while the graph runs.
  List<float[]> run(TokenBatch batch, Pooler pooler, Cancellation cancellation) {
    cancellation.check();
    try (var _ = calls.enter()) {
      Map<String, OnnxTensor> tensors = inputs.feed(batch);
      try (Interruption interruption = new Interruption(cancellation, calls.ending());
          OrtSession.Result result = session.run(tensors, Set.of(output), interruption.options())) {
        if (!(result.get(0) instanceof OnnxTensor tensor)) {
          throw OnnxProblems.unfit(
              descriptor.id(), "Its output “" + output + "” is no tensor", null);
        }
        return pooled(tensor, batch, pooler);
      } finally {
        tensors.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException e) {
      cancellation.check();
      calls.ending().check();
      throw OnnxProblems.failed(descriptor.id(), e);
    }
  }

  /// Runs the graph and throws its output away: the barest loop there is, to measure everything else against.
  void runBare(TokenBatch batch, Cancellation cancellation) {
    cancellation.check();
    try (var _ = calls.enter()) {
      Map<String, OnnxTensor> tensors = inputs.feed(batch);
      try {
        session.run(tensors).close();
      } finally {
        tensors.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException e) {
      throw OnnxProblems.failed(descriptor.id(), e);
    }
  }

  private List<float[]> pooled(OnnxTensor tensor, TokenBatch batch, Pooler pooler) {
    long[] shape = tensor.getInfo().getShape();
    boolean inGraph = pooler.pooling() == Pooling.IN_GRAPH;
    int tokens = inGraph ? 1 : batch.width();
    int width = descriptor.dimension();
    long[] expected =
        inGraph
            ? new long[] {batch.count(), width}
            : new long[] {batch.count(), batch.width(), width};
    FloatBuffer values = tensor.getFloatBuffer();
    if (!Arrays.equals(shape, expected) || values == null) {
      throw OnnxProblems.unfit(
          descriptor.id(),
          "Its output “"
              + output
              + "” has the shape "
              + Arrays.toString(shape)
              + " of "
              + tensor.getInfo().type
              + ", expected were floats of "
              + Arrays.toString(expected),
          null);
    }
    long[] mask = batch.mask();
    List<float[]> vectors = new ArrayList<>();
    float[] hidden = new float[tokens * width];
    for (int row = 0; row < batch.count(); row++) {
      values.get(row * hidden.length, hidden);
      long[] rowMask = Arrays.copyOfRange(mask, row * batch.width(), (row + 1) * batch.width());
      vectors.add(vector(hidden, rowMask, pooler));
    }
    return vectors;
  }

  private float[] vector(float[] hidden, long[] mask, Pooler pooler) {
    try {
      return pooler.pool(hidden, descriptor.dimension(), mask);
    } catch (ArithmeticException e) {
      throw OnnxProblems.unfit(
          descriptor.id(), "It gave a vector without direction: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw OnnxProblems.failed(descriptor.id(), e);
    }
  }
}
