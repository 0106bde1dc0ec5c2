package io.semascope.session;

import io.semascope.corpus.ReadOptions;
import io.semascope.text.Granularity;
import java.nio.file.Path;
import java.util.List;

/// What to import and how.
///
/// @param inputs files or folders, in the order they are read
/// @param options how to read them
/// @param model embeds them
/// @param granularity how finely they are cut
public record ImportRequest(
    List<Path> inputs, ReadOptions options, ModelChoice model, Granularity granularity) {
  public ImportRequest {
    inputs = List.copyOf(inputs);
  }
}
