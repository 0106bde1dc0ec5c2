package io.semascope.job;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Turns staged work into one number that never falls. Written by the working thread only; the listener is called on it.
public final class ProgressMeter {
  private final Consumer<Progress> listener;
  private List<Stage> stages = List.of(new Stage("working", 1, "steps"));
  private int current;
  private long total;
  private long startedNanos = System.nanoTime();
  private double reported;
  private long done;
  private long earlier;
  private String detail = "";

  public ProgressMeter(Consumer<Progress> listener) {
    this.listener = listener;
  }

  /// A meter nobody reads.
  public static ProgressMeter silent() {
    return new ProgressMeter(progress -> {});
  }

  /// Names the stages, in order. The first begins at once with an unknown total.
  public void plan(Stage... stages) {
    this.stages = List.of(stages);
    current = 0;
    detail = "";
    startedNanos = System.nanoTime();
    total = 0;
    earlier = 0;
    report(0);
  }

  /// Starts the stage of this index, earlier ones counting as finished.
  public void begin(int stage, long total) {
    goOn(stage, total, 0);
  }

  /// The same for a stage of which `done` items were finished before now, as in another session: they count as done, and not for its rate.
  public void goOn(int stage, long total, long done) {
    current = stage;
    detail = "";
    this.total = total;
    earlier = done;
    startedNanos = System.nanoTime();
    report(done);
  }

  /// Says how many items of the current stage are finished in all.
  public void advance(long done) {
    report(done);
  }

  /// Says more of the current stage, as what goes on where its items stand still; nothing more is said with an empty text, nor in the next stage.
  public void detail(String what) {
    detail = what;
    report(done);
  }

  private void report(long now) {
    done = now;
    double all = 0;
    double before = 0;
    for (int i = 0; i < stages.size(); i++) {
      all += stages.get(i).weight();
      if (i < current) {
        before += stages.get(i).weight();
      }
    }
    Stage stage = stages.get(current);
    double part = total > 0 ? Math.min(1, (double) done / total) : 0;
    reported = Math.max(reported, (before + part * stage.weight()) / all);
    listener.accept(
        new Progress(
            detail.isEmpty() ? stage.name() : stage.name() + ": " + detail,
            reported,
            done,
            total,
            stage.unit(),
            Duration.ofNanos(System.nanoTime() - startedNanos),
            earlier));
  }

  /// One named part of a job.
  ///
  /// @param weight its share of the whole time, relative to the other stages, above 0
  /// @param unit what it counts, in the plural
  public record Stage(String name, double weight, String unit) {}
}
