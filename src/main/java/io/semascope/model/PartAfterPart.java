package io.semascope.model;

import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.vector.VectorBlock;
import java.util.ArrayList;
import java.util.List;

/// The plain way through the parts of a request, for models that have no better one: each is finished before the next begins.
final class PartAfterPart {
  private final EmbeddingModel model;
  private final Purpose purpose;
  private final JobContext context;

  private PartAfterPart(EmbeddingModel model, Purpose purpose, JobContext context) {
    this.model = model;
    this.purpose = purpose;
    this.context = new JobContext(context.cancellation(), ProgressMeter.silent(), context.pause());
  }

  static void embed(
      EmbeddingModel model,
      List<List<String>> parts,
      Purpose purpose,
      JobContext context,
      PartReceiver receiver) {
    PartAfterPart way = new PartAfterPart(model, purpose, context);
    for (int i = 0; i < parts.size(); i++) {
      context.pause().run();
      receiver.accept(way.part(i, parts.get(i)));
    }
  }

  private EmbeddedPart part(int index, List<String> texts) {
    try {
      return new EmbeddedPart(index, model.embed(texts, purpose, context), List.of());
    } catch (InputUnusable refused) {
      return oneByOne(index, texts);
    }
  }

  private EmbeddedPart oneByOne(int index, List<String> texts) {
    List<float[]> rows = new ArrayList<>();
    List<Truncation> truncations = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    List<Integer> refused = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      try {
        EmbeddedTexts one = model.embed(List.of(texts.get(i)), purpose, context);
        one.truncations().forEach(cut -> truncations.add(cut.at(rows.size())));
        one.unknown().forEach(text -> unknown.add(rows.size()));
        rows.add(one.vectors().row(0).toArray());
      } catch (InputUnusable e) {
        refused.add(i);
      }
    }
    VectorBlock block = VectorBlock.copyOf(rows, model.descriptor().dimension());
    return new EmbeddedPart(index, new EmbeddedTexts(block, truncations, unknown), refused);
  }
}
