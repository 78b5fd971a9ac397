package org.archipelago.server;

import java.util.Optional;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.learning.ModelParameters;
import org.archipelago.protocol.TaskMessage;

/** What one participant is asked to do in one round. Guarded by the session's {@link Room}. */
final class RoundTask {

  private final long id;
  private final int round;
  private final ClientInfo client;
  private final ModelParameters like;
  private final byte[] model;
  private ClientUpdate update;
  private boolean over;

  /**
   * @param like names and shapes of the parameters; not changed
   * @param model the round's model as it is sent
   */
  RoundTask(long id, int round, ClientInfo client, ModelParameters like, byte[] model) {
    this.id = id;
    this.round = round;
    this.client = client;
    this.like = like;
    this.model = model;
  }

  long id() {
    return id;
  }

  int round() {
    return round;
  }

  ClientInfo client() {
    return client;
  }

  ModelParameters like() {
    return like;
  }

  byte[] model() {
    return model;
  }

  TaskMessage message() {
    return TaskMessage.train(id, round, client.index());
  }

  boolean awaited() {
    return !over;
  }

  void deliver(ClientUpdate delivered) {
    update = delivered;
    over = true;
  }

  /** Nothing more is awaited. */
  void end() {
    over = true;
  }

  Optional<ClientUpdate> update() {
    return Optional.ofNullable(update);
  }
}
