package io.semascope.wronghouse.neighbour;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Works on threads of its own.
public final class Searcher {
  public Future<Integer> search(ExecutorService executor, Callable<Integer> question) {
    return executor.submit(question);
  }
}
