package io.semascope.ui.shell;

import io.semascope.job.Job;
import io.semascope.job.JobStatus;
import io.semascope.projection.Projection;
import io.semascope.projection.Tsne;
import io.semascope.session.Session;
import io.semascope.ui.MeasuredLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program: opens a workspace in the window, makes a t-SNE of it to its end, and prints how much memory the process kept resident, in MB of 10⁶ bytes. Only Linux
/// tells. It is to be started with the flags a person's window has, and nothing else in its JVM.
final class ResidentWindow {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String MOVING = "moving the points";
  private static final int BETWEEN_MILLIS = 100;

  private ResidentWindow() {}

  /// @param arguments the workspace, and a folder for what the session keeps beside it
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Session session = RealSession.in(Path.of(arguments[1]));
    session.openWorkspace(Path.of(arguments[0])).await();
    ShownWindow window = ShownWindow.of(session);
    window.awaitRest();
    double opened = megabytes("VmRSS");
    List<Double> moving = new ArrayList<>();
    List<Double> heap = new ArrayList<>();
    double beforeMoving = 0;
    Job<Optional<Projection>> layout = session.startLayout(Tsne.standard());
    while (!layout.status().ended()) {
      if (isMoving(layout)) {
        beforeMoving = moving.isEmpty() ? megabytes("VmHWM") : beforeMoving;
        moving.add(megabytes("VmRSS"));
        heap.add(Runtime.getRuntime().totalMemory() / 1e6);
      }
      // A sample from time to time is all that is wanted.
      var unused = new CountDownLatch(1).await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    }
    Projection map = layout.await().orElseThrow();
    window.awaitRest();
    double[] ascending = ascending(moving);
    double[] ofHeap = ascending(heap);
    new MeasuredLine("resident memory of the window")
        .with("points", map.layout().count())
        .with("openedMegabytes", opened)
        // The kernel adds up the counts of the threads at different moments for the two.
        .with("peakMegabytes", Math.max(megabytes("VmHWM"), ascending[ascending.length - 1]))
        .with("peakBeforeMovingMegabytes", beforeMoving)
        .with("movingSamples", ascending.length)
        .with("movingLeastMegabytes", ascending[0])
        .with("movingMedianMegabytes", ascending[ascending.length / 2])
        .with("movingMostMegabytes", ascending[ascending.length - 1])
        .with("movingHeapMedianMegabytes", ofHeap[ofHeap.length / 2])
        .with("endMegabytes", megabytes("VmRSS"))
        .print();
    window.close();
    System.exit(0);
  }

  private static double[] ascending(List<Double> samples) {
    return samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static boolean isMoving(Job<?> layout) {
    return layout.status() instanceof JobStatus.Running running
        && running.progress().stage().equals(MOVING);
  }

  /// A line of what the kernel counts, in kilobytes of 1,024 bytes.
  private static double megabytes(String name) throws IOException {
    return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith(name + ":"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        * 1024
        / 1e6;
  }
}
