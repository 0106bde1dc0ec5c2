package io.semascope.session;

import io.semascope.job.JobCancelled;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.ModelFingerprint;
import io.semascope.problem.ProblemException;
import io.semascope.space.SpaceSummary;
import io.semascope.store.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Opens a workspace file, or makes a new one, and shows what was shown last. When anything fails, the one that was open stays open.
final class OpenWorkspace {
  private static final String SHOWN = "session.shownSpaces";
  private static final int SHOWN_AT_ONCE = 2;

  /// SQLite does not say how far it has come.
  private static final ProgressMeter.Stage CHECKING =
      new ProgressMeter.Stage("checking the file from end to end", 1, "pages");

  private final OpenedWorkspace opened;
  private final StateCell state;
  private final Placers placers;
  private final WindowMemory memory;

  OpenWorkspace(OpenedWorkspace opened, StateCell state, Placers placers, WindowMemory memory) {
    this.opened = opened;
    this.state = state;
    this.placers = placers;
    this.memory = memory;
  }

  /// @param mayCreate whether a file that is not there is made
  SessionState run(Path file, boolean mayCreate, JobContext context) {
    if (opened.isOpen(file)) {
      return showAgain(context);
    }
    Workspace next = mayCreate && !Files.exists(file) ? create(file) : Workspace.openToShow(file);
    try {
      ShowSpaces.Read read = show(next);
      memory.save();
      return replaceBy(next, read, context);
    } catch (RuntimeException e) {
      memory.forget(next);
      next.close();
      throw e;
    }
  }

  /// What was open is closed when all of the next is there and the file is found to be sound, which takes longest and is looked at last.
  private SessionState replaceBy(Workspace next, ShowSpaces.Read read, JobContext context) {
    Optional<Workspace> before = opened.exchange(Optional.of(next));
    SessionState shownBefore = state.get();
    SessionState shown;
    try {
      context.meter().plan(ShowSpaces.READING_VECTORS, CHECKING);
      shown = read.showInFirstStage(context);
      check(next, context);
    } catch (RuntimeException e) {
      // Whatever stopped it: what is shown and what is open are one workspace.
      read.takeBack(shownBefore);
      opened.exchange(before);
      throw e;
    }
    before.ifPresent(memory::forget);
    before.ifPresent(Workspace::close);
    return shown;
  }

  private static void check(Workspace workspace, JobContext context) {
    context.meter().begin(1, 0);
    if (!workspace.check(context.cancellation()::requested)) {
      throw new JobCancelled();
    }
  }

  /// Reads anew what the open workspace holds.
  SessionState showAgain(JobContext context) {
    return show(opened.get()).show(context);
  }

  /// Does work that stores as it goes. A stopped or failed one has stored its finished batches all the same, and the state must know of them.
  <T> T keepingUpWith(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException unfinished) {
      try {
        showAgain(JobContext.direct());
      } catch (ProblemException e) {
        unfinished.addSuppressed(e);
      }
      throw unfinished;
    }
  }

  private ShowSpaces.Read show(Workspace workspace) {
    return new ShowSpaces(workspace, state, placers).read(lastShown(workspace));
  }

  /// A new workspace may be named in a folder that is not there yet.
  private static Workspace create(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      // Making the workspace fails for the same reason and says so.
    }
    return Workspace.create(file);
  }

  /// What is remembered comes from a file, so only spaces that are there and fit together are believed.
  private static List<Long> lastShown(Workspace workspace) {
    List<SpaceSummary> there =
        workspace.spaces().stream().filter(space -> space.vectors() > 0).toList();
    List<SpaceSummary> wanted =
        Arrays.stream(workspace.windowState().getOrDefault(SHOWN, "").split(",", -1))
            .distinct()
            .flatMap(id -> there.stream().filter(space -> id.equals(String.valueOf(space.id()))))
            .limit(SHOWN_AT_ONCE)
            .toList();
    List<SpaceSummary> shown = wanted.isEmpty() ? there.stream().limit(1).toList() : wanted;
    Optional<ModelFingerprint> first =
        shown.stream().findFirst().map(space -> space.origin().fingerprint());
    return shown.stream()
        .filter(space -> first.equals(Optional.of(space.origin().fingerprint())))
        .map(SpaceSummary::id)
        .toList();
  }

  /// What the window remembers when these spaces are shown.
  static Map<String, String> remembered(List<Long> spaceIds) {
    return Map.of(SHOWN, String.join(",", spaceIds.stream().map(String::valueOf).toList()));
  }
}
