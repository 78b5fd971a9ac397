package org.archipelago.server;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.archipelago.engine.Participant;
import org.archipelago.engine.Participant.State;
import org.archipelago.protocol.TaskMessage;

/** A participant, as its session knows it. Guarded by the session's {@link Room}. */
final class Member {

  private final String token;
  private final String name;
  private final long rows;
  private CompletableFuture<TaskMessage> poll;
  private RoundTask task;
  private Instant lastSeen = Instant.now();
  private long seenNanos = System.nanoTime();
  private int round;
  private boolean left;
  private boolean toldTheEnd;

  Member(String token, String name, long rows) {
    this.token = token;
    this.name = name;
    this.rows = rows;
  }

  String token() {
    return token;
  }

  String name() {
    return name;
  }

  long rows() {
    return rows;
  }

  /** It asked for something, so it is here, also after it had left. */
  void asked() {
    left = false;
    seen();
  }

  private void seen() {
    lastSeen = Instant.now();
    seenNanos = System.nanoTime();
  }

  /** Whether it has been silent for longer than so many nanoseconds, and does not wait for an answer. */
  boolean silentFor(long nanos) {
    return poll == null && System.nanoTime() - seenNanos > nanos;
  }

  void leave() {
    left = true;
    answerPoll(TaskMessage.nothingYet());
    task().ifPresent(RoundTask::end);
  }

  boolean left() {
    return left;
  }

  void tell() {
    toldTheEnd = true;
  }

  boolean toldTheEnd() {
    return toldTheEnd;
  }

  /** The task whose update is awaited. */
  Optional<RoundTask> task() {
    return Optional.ofNullable(task).filter(RoundTask::awaited);
  }

  /** The last task, awaited or over. */
  Optional<RoundTask> lastTask() {
    return Optional.ofNullable(task);
  }

  /** Of one that left nothing is awaited. */
  void give(RoundTask next) {
    task = next;
    if (left) {
      next.end();
    } else {
      round = next.round();
      answerPoll(next.message());
    }
  }

  /** Waits for a task; an earlier request that waits is let go. */
  CompletableFuture<TaskMessage> newPoll() {
    answerPoll(TaskMessage.nothingYet());
    poll = new CompletableFuture<>();
    return poll;
  }

  /** Whoever waits for an answer is here, and has its full time from the answer on. */
  void answerPoll(TaskMessage message) {
    if (poll != null) {
      seen();
      poll.complete(message);
      poll = null;
    }
  }

  /** The request was answered, by whatever means. */
  void pollEnded(CompletableFuture<TaskMessage> ended) {
    if (poll == ended) {
      poll = null;
    }
    seen();
  }

  Participant view(long silenceNanos) {
    State state = State.WAITING;
    if (toldTheEnd) {
      state = State.DONE;
    } else if (left) {
      state = State.LEFT;
    } else if (silentFor(silenceNanos)) {
      state = State.ABSENT;
    } else if (task().isPresent()) {
      state = State.TRAINING;
    }
    return new Participant(name, state, rows, lastSeen, round);
  }
}
