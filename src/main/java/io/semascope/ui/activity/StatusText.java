package io.semascope.ui.activity;

import io.semascope.job.Progress;
import io.semascope.model.Device;
import io.semascope.session.ModelState;
import io.semascope.session.SessionState;
import io.semascope.space.SpaceOrigin;
import io.semascope.space.VectorSpace;
import java.util.Locale;

/// The words of the status line.
///
/// @param space model, fingerprint and size of the shown space
/// @param device where the model runs, and why it is not a faster device
/// @param network whether the network was used
public record StatusText(String space, String device, String network) {
  public static StatusText of(SessionState state) {
    return new StatusText(
        state.space().map(space -> space(space, state)).orElse("no space yet"),
        device(state),
        state.networkUsed()
            ? "network: used since the start"
            : "network: not used since the start");
  }

  private static String space(VectorSpace space, SessionState state) {
    int typed = space.count() - state.chunkCount();
    return String.format(
        Locale.ROOT,
        "%s · %s · %,d × %d%s%s",
        space.origin().modelName(),
        space.origin().fingerprint().shortForm(),
        state.chunkCount(),
        space.dimension(),
        typed > 0 ? " + " + typed + " typed" : "",
        state.readingVectors() ? " · reading vectors" : "");
  }

  private static String device(SessionState state) {
    boolean imported =
        state.space().filter(space -> space.origin() instanceof SpaceOrigin.Imported).isPresent();
    return switch (state.model()) {
      case ModelState.NotLoaded notLoaded ->
          imported ? "vectors of a file, no model" : "model not loaded yet";
      case ModelState.Loading loading -> "loading " + loading.modelId();
      case ModelState.Ready ready -> describe(ready.device());
      case ModelState.Failed failed -> failed.modelId() + " is not available";
    };
  }

  private static String describe(Device device) {
    return device.note().isEmpty() ? device.name() : device.name() + " (" + device.note() + ")";
  }

  /// A running job in one line: stage, how much, how fast, how long still.
  public static String of(Progress progress) {
    StringBuilder text = new StringBuilder(progress.stage());
    if (progress.total() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              " · %.0f %% · %,d / %,d %s",
              Math.floor(100.0 * progress.done() / progress.total()),
              progress.done(),
              progress.total(),
              progress.unit()));
      progress
          .secondsLeft()
          .ifPresent(
              seconds ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          progress.rate() < 1
                              ? " · %.2f per s · %s left"
                              : " · %.0f per s · %s left",
                          progress.rate(),
                          duration(seconds))));
    }
    return text.toString();
  }

  private static String duration(long seconds) {
    return seconds < 90 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
