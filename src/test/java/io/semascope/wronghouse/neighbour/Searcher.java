package io.semascope.wronghouse.neighbour;

import io.github.jbellis.jvector.util.Bits;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Works on threads of its own and holds a library's object outside its room.
public final class Searcher {
  public Future<Integer> search(ExecutorService executor, Callable<Integer> question) {
    return executor.submit(question);
  }

  public boolean accepts(Bits bits, int row) {
    return bits.get(row);
  }
}
