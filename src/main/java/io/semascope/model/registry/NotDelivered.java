package io.semascope.model.registry;

import java.io.IOException;
import java.net.URI;

/// One place did not give a file; the next may. The message is written for people, without its full stop.
class NotDelivered extends IOException {
  private static final long serialVersionUID = 1L;

  NotDelivered(String why) {
    super(why);
  }

  NotDelivered(String why, Throwable cause) {
    super(why, cause);
  }

  /// The network failed on the way to a server.
  static NotDelivered from(URI server, Throwable cause) {
    return new NotDelivered(words(server, cause), cause);
  }

  static String words(URI server, Throwable cause) {
    return server.getHost() + " " + NetworkRefusal.of(cause);
  }
}
