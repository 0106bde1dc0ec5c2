package io.semascope.session;

import io.semascope.space.SpaceSummary;
import java.util.List;
import java.util.stream.Collectors;

/// Finds a space by what a person calls it.
public final class SpaceChoice {
  private SpaceChoice() {}

  /// The space of this number, model id, granularity, fingerprint beginning (at least 8 digits), or `model/granularity`. Throws `SessionProblem` when none
  /// or several are meant.
  public static SpaceSummary find(SessionState state, String name) {
    List<SpaceSummary> found =
        state.spaces().stream().filter(space -> isCalled(space, name)).toList();
    if (found.size() != 1) {
      throw SessionProblem.unknownSpace(
          name,
          state.spaces().stream()
              .map(
                  space ->
                      space.id()
                          + " = "
                          + space.origin().modelName()
                          + "/"
                          + space.granularity().key())
              .collect(Collectors.joining(", ")));
    }
    return found.getFirst();
  }

  private static boolean isCalled(SpaceSummary space, String name) {
    String model = space.origin().modelName();
    String granularity = space.granularity().key();
    return name.equals(String.valueOf(space.id()))
        || name.equals(model)
        || name.equals(granularity)
        || name.equals(model + "/" + granularity)
        || (name.length() >= 8 && space.origin().fingerprint().value().startsWith(name));
  }
}
