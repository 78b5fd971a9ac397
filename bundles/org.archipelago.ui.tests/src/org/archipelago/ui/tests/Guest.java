package org.archipelago.ui.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.archipelago.client.ClientListener;
import org.archipelago.client.ClientOptions;
import org.archipelago.client.RemoteClient;
import org.archipelago.client.RetryPolicy;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.ui.tests.pages.Ui;

/**
 * A real participant over the loopback.
 *
 * @param end how it ended
 */
record Guest(RemoteClient client, CompletableFuture<String> end) {

  /** Joins on a thread of its own. */
  static Guest join(
      String invitation, Path data, String name, Catalog catalog, ClientListener listener) {
    ClientOptions options =
        new ClientOptions(
            InvitationCode.parse(invitation),
            data,
            name,
            data.resolveSibling("state-" + name),
            new RetryPolicy(4, Duration.ofMillis(20), Duration.ofMillis(100)));
    RemoteClient client = new RemoteClient(options, catalog, listener);
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      try {
        end.complete(client.run());
      } catch (RuntimeException e) {
        end.completeExceptionally(e);
      }
    }, name);
    thread.setDaemon(true);
    thread.start();
    return new Guest(client, end);
  }

  /** Waits for what it was told at the end. */
  String told() {
    Ui.waitUntil("the guest was told that it is over", end::isDone);
    return end.join();
  }

  /** Waits until it was sent away; gives what it was told. */
  String refused(Class<? extends RuntimeException> type) {
    Ui.waitUntil("the guest was answered", end::isDone);
    return assertInstanceOf(type, assertThrows(CompletionException.class, end::join).getCause())
        .getMessage();
  }
}
