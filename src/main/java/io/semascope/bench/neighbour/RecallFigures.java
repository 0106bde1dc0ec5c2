package io.semascope.bench.neighbour;

import io.semascope.bench.measure.EngineFigure;
import io.semascope.vector.ShareInterval;
import java.util.List;
import java.util.Optional;

/// A recall that was measured on some rows, and between what that of all rows lies.
final class RecallFigures {
  private RecallFigures() {}

  /// The share with both ends of its 95 % interval, which are the share itself when every row was asked; three unknown numbers without a share.
  ///
  /// @param name as a program reads it
  /// @param title as a person reads it
  /// @param interval empty where nothing could be found
  static List<EngineFigure> of(
      String name, String title, double share, Optional<ShareInterval> interval) {
    return List.of(
        new EngineFigure(name, title, "0 to 1", share),
        new EngineFigure(
            name + "Low",
            "lower end of the 95 % interval of that",
            "0 to 1",
            interval.map(ShareInterval::low).orElse(Double.NaN)),
        new EngineFigure(
            name + "High",
            "upper end of the same",
            "0 to 1",
            interval.map(ShareInterval::high).orElse(Double.NaN)));
  }

  /// A query counts as one draw, however many rows it asks for: misses come together in hard queries.
  ///
  /// @param asked rows of `all`
  static ShareInterval interval(double share, int asked, int all) {
    return asked >= all ? ShareInterval.exact(share) : ShareInterval.wilson(share, asked);
  }
}
