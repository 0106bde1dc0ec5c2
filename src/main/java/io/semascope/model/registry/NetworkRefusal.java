package io.semascope.model.registry;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says in plain words what kept a server from answering, never with the name of a class.
final class NetworkRefusal {
  private NetworkRefusal() {}

  /// What follows the server's name in a sentence, such as “huggingface.co **refused the connection**”; without a full stop.
  ///
  /// @param failure what the connection ended with; what it was caused by is looked at too
  static String of(Throwable failure) {
    List<Throwable> chain = Stream.iterate(failure, e -> e != null, Throwable::getCause).toList();
    if (holds(chain, UnknownHostException.class, UnresolvedAddressException.class)) {
      return "was not found under this name";
    }
    if (holds(chain, HttpTimeoutException.class, SocketTimeoutException.class)) {
      return "did not answer in time";
    }
    if (holds(chain, CertificateExpiredException.class)) {
      return "showed a certificate that has expired";
    }
    if (holds(chain, CertificateNotYetValidException.class)) {
      return "showed a certificate that is not valid yet by this computer's clock";
    }
    if (holds(chain, CertificateException.class, CertPathValidatorException.class)) {
      return "showed a certificate that is not trusted here";
    }
    if (holds(chain, SSLException.class)) {
      return "agreed to no secure connection";
    }
    if (holds(chain, NoRouteToHostException.class)) {
      return "cannot be reached from this network";
    }
    return holds(chain, ConnectException.class) ? connecting(chain) : "broke off the connection";
  }

  /// Java has one kind for whatever keeps a connection from coming about; only the system's words tell more.
  private static String connecting(List<Throwable> chain) {
    String words = String.join(" ", chain.stream().map(Throwable::toString).toList());
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("timed out")) {
      return "did not answer in time";
    }
    if (lower.contains("unreachable") || lower.contains("no route")) {
      return "cannot be reached from this network";
    }
    return "refused the connection";
  }

  private static boolean holds(List<Throwable> chain, Class<?>... kinds) {
    return chain.stream().anyMatch(e -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(e)));
  }
}
