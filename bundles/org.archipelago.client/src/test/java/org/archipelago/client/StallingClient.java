package org.archipelago.client;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.protocol.InvitationCode;

/** A participant in a process of its own that stands still in the middle of a round, to be killed there. */
public final class StallingClient {

  private StallingClient() {}

  /** @param arguments invitation, file, name, folder for its token, round to stand still in */
  public static void main(String[] arguments) {
    int round = Integer.parseInt(arguments[4]);
    ClientOptions options =
        new ClientOptions(
            InvitationCode.parse(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Path.of(arguments[3]),
            RetryPolicy.BRIEF);
    new RemoteClient(
            options,
            Catalog.load(),
            new ClientListener() {
              @Override
              public void training(int now) {
                if (now == round) {
                  System.out.println("stalled");
                  awaitForEver();
                }
              }
            })
        .run();
  }

  private static void awaitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
