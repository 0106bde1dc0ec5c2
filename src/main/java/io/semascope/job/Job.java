package io.semascope.job;

import io.semascope.problem.ProblemException;
import io.semascope.problem.ProblemReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Work that was handed to a lane. Safe for use from any thread.
public final class Job<T> {
  private final String name;
  private final Lane lane;
  private final Cancellation cancellation = new Cancellation();
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile JobStatus status = new JobStatus.Waiting();

  Job(String name, Lane lane) {
    this.name = name;
    this.lane = lane;
  }

  /// What the work is called, for people.
  public String name() {
    return name;
  }

  public Lane lane() {
    return lane;
  }

  public JobStatus status() {
    return status;
  }

  /// Asks the work to stop; it ends as `Cancelled` soon after, or as `Succeeded` when it was just done.
  public void cancel() {
    cancellation.request();
  }

  /// Waits for the result. Throws the `ProblemException` the work ended with, `JobCancelled` among them. Never called on the FX thread.
  public T await() {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw e;
    }
  }

  /// Calls `receiver` on the working thread at every change, and once now with the present status. It hears of the end once, and of nothing after it.
  public void onChange(Consumer<JobStatus> receiver) {
    Listener listener = new Listener(receiver);
    listeners.add(listener);
    listener.tell(status);
  }

  /// Calls `receiver` with the result, on the working thread, if and when the work succeeds.
  public void onSuccess(Consumer<T> receiver) {
    var ignored = result.thenAccept(receiver);
  }

  void run(Work<T> work, Pause pause) {
    try {
      cancellation.check();
      ProgressMeter meter = new ProgressMeter(progress -> change(new JobStatus.Running(progress)));
      T value = work.run(new JobContext(cancellation, meter, pause));
      end(new JobStatus.Succeeded(), () -> result.complete(value));
    } catch (JobCancelled e) {
      end(new JobStatus.Cancelled(), () -> result.completeExceptionally(e));
    } catch (ProblemException e) {
      end(new JobStatus.Failed(e.report()), () -> result.completeExceptionally(e));
    } catch (OutOfMemoryError e) {
      NotEnoughMemory failure = new NotEnoughMemory(name, e);
      end(new JobStatus.Failed(failure.report()), () -> result.completeExceptionally(failure));
    } catch (Throwable e) {
      UnexpectedFailure failure = new UnexpectedFailure(name, e);
      end(new JobStatus.Failed(failure.report()), () -> result.completeExceptionally(failure));
    }
  }

  /// Whoever waits has the result before anybody hears of the end.
  private void end(JobStatus last, Runnable complete) {
    status = last;
    complete.run();
    change(last);
  }

  private void change(JobStatus next) {
    status = next;
    for (Listener listener : listeners) {
      listener.tell(next);
    }
  }

  /// The thread that subscribes and the one that works may both have news; the older must not come after the end.
  private static final class Listener {
    private final Consumer<JobStatus> receiver;
    private boolean ended;

    Listener(Consumer<JobStatus> receiver) {
      this.receiver = receiver;
    }

    synchronized void tell(JobStatus news) {
      if (!ended) {
        ended = news.ended();
        receiver.accept(news);
      }
    }
  }

  /// The work needed more than Java may take, on its heap or beside it, of which each is three fifths of the machine's memory (`app/java.args`).
  public static final class NotEnoughMemory extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotEnoughMemory(String name, OutOfMemoryError cause) {
      super(
          io.semascope.problem.ProblemKind.MEMORY,
          new ProblemReport(
              "“" + name + "” was stopped for want of memory.",
              "It needed more than the %,d MiB that Semascope may take of this machine%s."
                  .formatted(Runtime.getRuntime().maxMemory() >> 20, place(cause)),
              "Take fewer texts or a machine with more memory; what was stored before stays."),
          cause);
    }

    /// Semascope may take as much for its objects as beside them.
    private static String place(OutOfMemoryError cause) {
      String message = String.valueOf(cause.getMessage());
      return message.contains("direct") ? " for what lies beside its objects" : "";
    }
  }

  /// A mistake of ours, wrapped so that a person still reads three sentences.
  public static final class UnexpectedFailure extends ProblemException {
    private static final long serialVersionUID = 1L;

    UnexpectedFailure(String name, Throwable cause) {
      super(
          io.semascope.problem.ProblemKind.BUG,
          new ProblemReport(
              "“" + name + "” failed in a way nobody expected.",
              "It is a mistake in Semascope itself" + Mistake.place(cause) + ".",
              "Please report it with the steps that led here; what was stored before stays."),
          cause);
    }
  }
}
