package io.semascope.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.semascope.session.SessionState;
import io.semascope.session.SpaceGaps;
import io.semascope.space.VectorSpace;
import io.semascope.text.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says with an answer which space it is about, and what that space does not hold.
final class SpaceLine {
  private SpaceLine() {}

  /// The answer with the shown space above it and its gaps below; unchanged when nothing is shown.
  static Answer putOn(Answer answer, SessionState state) {
    if (state.space().isEmpty()) {
      return answer;
    }
    VectorSpace space = state.space().get();
    if (!answer.json().has("space")) {
      JsonObject json = Answers.origin(space.origin(), space.dimension(), space.chunkCount());
      JsonArray ids = new JsonArray();
      state.shownSpaceIds().forEach(ids::add);
      json.add("ids", ids);
      answer.json().add("space", json);
    }
    List<String> headline = new ArrayList<>();
    headline.add(sentence(state, space));
    headline.addAll(answer.headline());
    List<String> notes = new ArrayList<>(answer.notes());
    notes.addAll(SpaceGaps.shown(state));
    return new Answer(
        answer.json(), headline, answer.header(), answer.rows(), notes, answer.counts());
  }

  private static String sentence(SessionState state, VectorSpace space) {
    int typed = space.count() - space.chunkCount();
    return String.format(
        Locale.ROOT,
        "Space %s: %s · fingerprint %s · %s · %,d × %d%s",
        state.shownSpaceIds().stream().map(String::valueOf).collect(Collectors.joining(" + ")),
        space.origin().modelName(),
        space.origin().fingerprint().shortForm(),
        space.granularities().stream().map(Granularity::key).collect(Collectors.joining(" + ")),
        space.chunkCount(),
        space.dimension(),
        typed > 0 ? String.format(Locale.ROOT, " + %,d typed", typed) : "");
  }
}
