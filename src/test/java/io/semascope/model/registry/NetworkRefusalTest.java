package io.semascope.model.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/// Every kind of failure has words of its own, however deep it lies among causes.
class NetworkRefusalTest {
  private static <E extends Throwable> E by(E failure, Throwable cause) {
    failure.initCause(cause);
    return failure;
  }

  private static void assertWords(String words, Throwable failure) {
    assertEquals(words, NetworkRefusal.of(failure));
    assertEquals(words, NetworkRefusal.of(new IOException(failure)));
  }

  @Test
  void aNameThatNobodyKnows() {
    String words = "was not found under this name";
    assertWords(words, new UnknownHostException("models.example: Name or service not known"));
    assertWords(words, by(new ConnectException(), new UnresolvedAddressException()));
  }

  @Test
  void aServerThatCannotBeReached() {
    assertWords("refused the connection", new ConnectException("Connection refused"));
    assertWords("refused the connection", by(new ConnectException(), new ClosedChannelException()));
    String unreachable = "cannot be reached from this network";
    assertWords(unreachable, new NoRouteToHostException("No route to host"));
    assertWords(unreachable, new ConnectException("Network is unreachable"));
  }

  @Test
  void aServerThatIsSilent() {
    String words = "did not answer in time";
    assertWords(words, new HttpTimeoutException("request timed out"));
    assertWords(words, by(new HttpConnectTimeoutException("x"), new ConnectException("x")));
    assertWords(words, new SocketTimeoutException("Read timed out"));
    assertWords(words, new ConnectException("Connection timed out"));
  }

  @Test
  void aServerThatIsNotTrusted() {
    SSLException handshake = new SSLHandshakeException("PKIX path building failed");
    assertWords("agreed to no secure connection", handshake);
    String untrusted = "showed a certificate that is not trusted here";
    assertWords(untrusted, by(new SSLHandshakeException("x"), new CertificateException("x")));
    assertWords(untrusted, by(new SSLHandshakeException("x"), new CertPathValidatorException("x")));
    assertWords(
        "showed a certificate that has expired",
        by(
            new SSLHandshakeException("x"),
            new CertPathValidatorException("x", new CertificateExpiredException("x"))));
    assertWords(
        "showed a certificate that is not valid yet by this computer's clock",
        by(new SSLHandshakeException("x"), new CertificateNotYetValidException("x")));
  }

  @Test
  void aConnectionThatBreaks() {
    String words = "broke off the connection";
    assertWords(words, new SocketException("Connection reset"));
    assertWords(words, new EOFException("EOF reached while reading"));
    assertWords(words, new IOException("fixed content-length: 100, bytes received: 50"));
    assertWords(words, new ClosedChannelException());
  }
}
