package io.semascope.job;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/// Owns the threads. One instance per running program, made by the composition root and closed with it.
public final class Lanes implements AutoCloseable {
  private static final int TRANSFERS_AT_ONCE = 4;

  private final Map<Lane, ExecutorService> executors = new EnumMap<>(Lane.class);
  private final UrgentWork urgent = new UrgentWork();
  private final Map<String, Job<?>> newestQueries = new HashMap<>();
  private final Semaphore transfers = new Semaphore(TRANSFERS_AT_ONCE);
  private volatile boolean closing;
  private final Queue<Job<?>> running = new ConcurrentLinkedQueue<>();

  public Lanes() {
    for (Lane lane : Lane.values()) {
      ExecutorService executor =
          switch (lane) {
            case INFERENCE, LAYOUT, QUERY, INDEX -> Executors.newSingleThreadExecutor(named(lane));
            case TRANSFER ->
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("transfer-", 0).factory());
          };
      executors.put(lane, executor);
    }
  }

  private static ThreadFactory named(Lane lane) {
    return Thread.ofPlatform()
        .daemon()
        .name(lane.name().toLowerCase(java.util.Locale.ROOT))
        .factory();
  }

  /// Queues work behind what its lane already has. A QUERY cancels the unfinished query of the same name.
  public <T> Job<T> submit(Lane lane, String name, Work<T> work) {
    Job<T> job = new Job<>(name, lane);
    if (lane == Lane.QUERY) {
      synchronized (newestQueries) {
        Job<?> older = newestQueries.put(name, job);
        if (older != null) {
          older.cancel();
        }
      }
    }
    execute(lane, job, () -> job.run(work, lane == Lane.INFERENCE ? urgent : () -> {}));
    return job;
  }

  /// Queues inference that a person is waiting for: it runs at the next pause of the bulk work in the lane.
  public <T> Job<T> submitUrgent(String name, Work<T> work) {
    Job<T> job = new Job<>(name, Lane.INFERENCE);
    urgent.add(() -> job.run(work, () -> {}));
    execute(Lane.INFERENCE, job, urgent::run);
    return job;
  }

  private void execute(Lane lane, Job<?> job, Runnable body) {
    running.add(job);
    if (closing) {
      job.cancel();
    }
    job.onChange(
        status -> {
          if (status.ended()) {
            running.remove(job);
            // A finished query would keep its answer, and with it a whole space, in memory.
            synchronized (newestQueries) {
              newestQueries.remove(job.name(), job);
            }
          }
        });
    try {
      executor(lane).execute(lane == Lane.TRANSFER ? () -> transfer(body) : body);
    } catch (RejectedExecutionException closed) {
      job.cancel();
      body.run();
    }
  }

  private void transfer(Runnable body) {
    transfers.acquireUninterruptibly();
    try {
      body.run();
    } finally {
      transfers.release();
    }
  }

  private ExecutorService executor(Lane lane) {
    return java.util.Objects.requireNonNull(executors.get(lane));
  }

  /// Asks everything to stop and waits until it has. Work that is handed in later ends as `Cancelled` at once.
  @Override
  public void close() {
    closing = true;
    // What waits is cancelled before what it waits for, else it would get its turn.
    new ArrayDeque<>(running).reversed().forEach(Job::cancel);
    for (ExecutorService executor : executors.values()) {
      executor.close();
    }
  }
}
