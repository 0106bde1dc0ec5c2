package io.semascope.model.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Feeds a graph exactly the inputs it asks for, by name.
final class GraphInputs {
  private static final String PAST = "past_key_values.";

  private final OrtEnvironment environment;
  private final Map<String, TensorInfo> wanted = new LinkedHashMap<>();

  /// Throws `ModelFileDamaged` when the graph asks for something no text gives.
  GraphInputs(String modelId, OrtEnvironment environment, OrtSession session) throws OrtException {
    this.environment = environment;
    for (NodeInfo node : session.getInputInfo().values()) {
      String name = node.getName();
      if (!(node.getInfo() instanceof TensorInfo info && feedable(name, info))) {
        throw OnnxProblems.unfit(
            modelId,
            "It asks for the input “" + name + "” (" + node.getInfo() + "), which is not known",
            null);
      }
      wanted.put(name, info);
    }
    if (!wanted.containsKey("input_ids")) {
      throw OnnxProblems.unfit(modelId, "It has no input “input_ids”", null);
    }
  }

  private static boolean feedable(String name, TensorInfo info) {
    return switch (name) {
      case "input_ids", "attention_mask", "token_type_ids", "position_ids" ->
          info.type == OnnxJavaType.INT64;
      default -> name.startsWith(PAST) && emptyPastFeedable(info);
    };
  }

  /// A cache has the shape [batch, heads, past tokens, head size]; heads and head size must be known to make an empty one.
  private static boolean emptyPastFeedable(TensorInfo info) {
    long[] shape = info.getShape();
    boolean floating = info.type == OnnxJavaType.FLOAT || info.type == OnnxJavaType.FLOAT16;
    return floating && shape.length == 4 && shape[1] > 0 && shape[3] > 0;
  }

  /// One tensor for every input; the caller closes them.
  Map<String, OnnxTensor> feed(TokenBatch batch) throws OrtException {
    long[] mask = batch.mask();
    int width = batch.width();
    long[] shape = {batch.count(), width};
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, TensorInfo> input : wanted.entrySet()) {
        tensors.put(
            input.getKey(),
            switch (input.getKey()) {
              case "input_ids" -> tensor(batch.ids(), shape);
              case "attention_mask" -> tensor(mask, shape);
              case "token_type_ids" -> tensor(batch.typeIds(), shape);
              case "position_ids" -> tensor(TokenBatch.positions(mask, width), shape);
              default -> emptyPast(input.getValue(), batch.count());
            });
      }
      return tensors;
    } catch (OrtException | RuntimeException e) {
      tensors.values().forEach(OnnxTensor::close);
      throw e;
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, TokenBatch.direct(values), shape);
  }

  private OnnxTensor emptyPast(TensorInfo info, int count) throws OrtException {
    long[] shape = {count, info.getShape()[1], 0, info.getShape()[3]};
    return info.type == OnnxJavaType.FLOAT
        ? OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape)
        : OnnxTensor.createTensor(
            environment,
            ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder()),
            shape,
            info.type);
  }
}
