package io.semascope.wronghouse.store;

/// Uses the network, a runtime library and options of the command line.
public final class Downloader {
  public int fetch(java.net.http.HttpClient client, ai.djl.Device device) {
    return client.hashCode() + device.getDeviceId();
  }

  public picocli.CommandLine options(Object command) {
    return new picocli.CommandLine(command);
  }
}
