package org.archipelago.server;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;
import org.archipelago.engine.SessionOptions;
import org.archipelago.protocol.ErrorMessage.Code;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty that listens on one address and port. */
final class Listener {

  private static final int THREADS = 64;
  private static final int IDLE_MILLIS = 60_000;

  private final Server server;
  private final ServerConnector connector;
  private final InetAddress address;

  private Listener(Server server, ServerConnector connector, InetAddress address) {
    this.server = server;
    this.connector = connector;
    this.address = address;
  }

  /** @throws InvalidInputException if the address is none of this machine's, or the port is in use */
  static Listener open(SessionOptions options) throws IOException {
    InetAddress address = resolve(options.address());
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("session");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.getHostAddress());
    connector.setPort(options.port());
    connector.setReuseAddress(true);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setErrorHandler(
        (request, response, callback) -> {
          new Exchange(request, response, callback)
              .refuse(new RefusedException(Code.MALFORMED, "The request is malformed."));
          return true;
        });
    try {
      connector.open();
    } catch (IOException e) {
      throw cantListen(options, e);
    }
    return new Listener(server, connector, address);
  }

  private static InetAddress resolve(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw notOurs(address);
    }
  }

  private static IOException cantListen(SessionOptions options, IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof BindException || cause instanceof UnresolvedAddressException) {
      String why = String.valueOf(cause.getMessage());
      if (why.contains("assign")) {
        throw notOurs(options.address());
      }
      if (why.contains("ermission")) {
        throw invalid(
            "port",
            "Port %d needs the administrator's rights; choose one above 1023, or 0 to have a free one chosen."
                .formatted(options.port()));
      }
      throw invalid(
          "port",
          ("Port %d on %s is in use by another program or session; close that one, choose another port, or 0"
                  + " to have a free one chosen.")
              .formatted(options.port(), options.address()));
    }
    return e;
  }

  private static InvalidInputException notOurs(String address) {
    return invalid(
        "address",
        "'%s' is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all.".formatted(address));
  }

  private static InvalidInputException invalid(String option, String message) {
    return new InvalidInputException(Problem.atField(option, message));
  }

  /** Answers requests from now on. */
  void start(Handler handler) throws IOException {
    server.setHandler(handler);
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("The session can't be opened: " + e.getMessage(), e);
    }
  }

  /** Where others reach it. */
  URI uri() {
    InetAddress reachable = address.isAnyLocalAddress() ? outward().orElse(address) : address;
    String host = reachable.getHostAddress().replaceFirst("%.*", "");
    String inUri = reachable instanceof Inet4Address ? host : "[" + host + "]";
    return URI.create("http://%s:%d/".formatted(inUri, connector.getLocalPort()));
  }

  boolean onlyHere() {
    return address.isLoopbackAddress();
  }

  /** An address by which other machines may reach this one. */
  private static Optional<InetAddress> outward() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(candidate -> !candidate.isLoopbackAddress() && !candidate.isLinkLocalAddress())
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the listener could not be stopped", e);
    }
  }
}
