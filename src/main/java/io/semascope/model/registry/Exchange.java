package io.semascope.model.registry;

import io.semascope.job.Cancellation;
import io.semascope.job.JobCancelled;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// One request that a stop can end while the server is silent.
final class Exchange {
  private Exchange() {}

  static <T> HttpResponse<T> send(
      HttpClient client,
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      Cancellation cancellation)
      throws IOException {
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
    try (var _ = cancellation.onRequest(() -> answer.cancel(true))) {
      return answer.get();
    } catch (CancellationException e) {
      throw new JobCancelled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobCancelled();
    } catch (ExecutionException e) {
      cancellation.check();
      Throwable cause = e.getCause();
      throw NotDelivered.from(request.uri(), cause == null ? e : cause);
    }
  }
}
