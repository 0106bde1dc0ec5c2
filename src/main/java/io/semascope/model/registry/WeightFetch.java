package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import io.semascope.job.JobContext;
import io.semascope.job.ProgressMeter;
import io.semascope.model.ModelDescriptor;
import io.semascope.model.ModelFile;
import io.semascope.model.ModelUnavailable;
import io.semascope.problem.ProblemReport;
import io.semascope.problem.SystemRefusal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Fetches the weights of one model: each file from its first mirror that gives the promised bytes.
///
/// A hash is always known before the first byte is taken: from the entry, from an earlier fetch, or from what the hub states (`PromiseRequest`). The hashes
/// found become part of the descriptor and of every fingerprint.
final class WeightFetch {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

  private final Path folder;
  private final VerifiedFiles verified;
  private final AtomicBoolean networkUsed;

  /// @param folder where the model's files go
  /// @param networkUsed set before the first request
  WeightFetch(Path folder, VerifiedFiles verified, AtomicBoolean networkUsed) {
    this.folder = folder;
    this.verified = verified;
    this.networkUsed = networkUsed;
  }

  /// The descriptor with the hashes and sizes of the files that now lie in the folder. Throws `ModelUnavailable` when no mirror gives a file, when another
  /// program fetches the same model, or when the disk is full; parts stay for the next attempt.
  ModelDescriptor fetch(ModelDescriptor descriptor, JobContext context) {
    Path lockFile = folder.resolve("fetch.lock");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null) {
          throw busy(descriptor);
        }
        return fetchAll(descriptor, context);
      }
    } catch (OverlappingFileLockException e) {
      throw busy(descriptor);
    } catch (IOException e) {
      throw ModelProblems.unwritable(lockFile, e);
    }
  }

  private static ModelUnavailable busy(ModelDescriptor descriptor) {
    return ModelProblems.unavailable(
        "The model “" + descriptor.id() + "” was not fetched.",
        "Another Semascope is fetching it now.",
        "Wait until that is done.");
  }

  private ModelDescriptor fetchAll(ModelDescriptor descriptor, JobContext context) {
    planProgress(descriptor, context.meter());
    try (HttpClient direct = client(HttpClient.Redirect.NEVER);
        HttpClient following = client(HttpClient.Redirect.NORMAL)) {
      try {
        return DescriptorJson.withFiles(
            descriptor, fetchEach(descriptor, direct, following, context));
      } finally {
        // Closing waits for what is under way, and a silent server may never end it.
        direct.shutdownNow();
        following.shutdownNow();
      }
    }
  }

  private List<ModelFile> fetchEach(
      ModelDescriptor descriptor, HttpClient direct, HttpClient following, JobContext context) {
    List<ModelFile> fetched = new ArrayList<>();
    for (int i = 0; i < descriptor.files().size(); i++) {
      ModelFile file = descriptor.files().get(i);
      int stage = i;
      FileFetch fetch =
          new FileFetch(
              new PromiseRequest(direct),
              following,
              context.cancellation(),
              new FileFetch.Listener() {
                @Override
                public void promised(long bytes, long present) {
                  context.meter().goOn(stage, bytes, present);
                }

                @Override
                public void arrived(long bytes) {
                  context.meter().advance(bytes);
                }
              });
      fetched.add(fetched(descriptor, file, fetch, context.cancellation()));
    }
    return fetched;
  }

  private static void planProgress(ModelDescriptor descriptor, ProgressMeter meter) {
    meter.plan(
        descriptor.files().stream()
            .map(
                file ->
                    new ProgressMeter.Stage(
                        "Fetching " + file.name(), weight(descriptor, file), "bytes"))
            .toArray(ProgressMeter.Stage[]::new));
  }

  /// By size where it is known; else the weights are the bulk of it.
  private static double weight(ModelDescriptor descriptor, ModelFile file) {
    boolean sizesKnown = descriptor.files().stream().allMatch(other -> other.bytes() > 0);
    if (sizesKnown) {
      return file.bytes();
    }
    return file.role().equals("tokenizer") ? 1 : 20;
  }

  private HttpClient client(HttpClient.Redirect redirect) {
    return HttpClient.newBuilder()
        .followRedirects(redirect)
        .connectTimeout(CONNECT_TIMEOUT)
        .build();
  }

  private ModelFile fetched(
      ModelDescriptor descriptor, ModelFile file, FileFetch fetch, Cancellation cancellation) {
    Path target = folder.resolve(file.name());
    if (verified.intact(target, file, cancellation)) {
      return file;
    }
    List<IOException> failures = new ArrayList<>();
    for (String text : file.mirrors()) {
      cancellation.check();
      Mirror mirror = Mirror.parse(text).orElseThrow();
      try {
        switch (mirror) {
          case Mirror.ClassPath place -> BundledModels.unpack(file, target, cancellation);
          case Mirror.Web web -> {
            networkUsed.set(true);
            fetch.file(file, web.uri(), target);
          }
          case Mirror.WebJar jar -> {
            networkUsed.set(true);
            fetch.jarEntry(file, jar, target);
          }
        }
        return withHash(file, target, cancellation);
      } catch (IOException e) {
        failures.add(e);
      }
    }
    throw noMirror(descriptor, file, target, failures);
  }

  private static ModelUnavailable noMirror(
      ModelDescriptor descriptor, ModelFile file, Path target, List<IOException> failures) {
    List<String> reasons = failures.stream().map(failure -> reason(target, failure)).toList();
    ModelUnavailable problem =
        new ModelUnavailable(
            new ProblemReport(
                "The file " + file.name() + " of “" + descriptor.id() + "” was not fetched.",
                "No mirror gave it: " + String.join("; ", reasons) + ".",
                "Check the network and fetch again (what arrived is kept), or add a folder that"
                    + " holds the model."),
            failures.isEmpty() ? null : failures.getFirst());
    failures.stream().skip(1).forEach(problem::addSuppressed);
    return problem;
  }

  /// Without its full stop. What no server is to blame for, the disk refused.
  private static String reason(Path target, IOException failure) {
    if (failure instanceof NotDelivered) {
      return String.valueOf(failure.getMessage());
    }
    String sentence = SystemRefusal.writing(target, failure);
    return sentence.substring(0, sentence.length() - 1);
  }

  private static ModelFile withHash(ModelFile file, Path target, Cancellation cancellation)
      throws IOException {
    return new ModelFile(
        file.role(),
        file.name(),
        Files.size(target),
        Sha256.of(target, cancellation),
        file.mirrors());
  }
}
