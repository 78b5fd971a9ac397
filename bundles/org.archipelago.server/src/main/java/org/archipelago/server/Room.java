package org.archipelago.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.archipelago.engine.Invitation;
import org.archipelago.engine.Participant;
import org.archipelago.engine.Refusal;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.ClientUpdate;
import org.archipelago.learning.ModelParameters;
import org.archipelago.protocol.AliveMessage;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.InvitationMessage;
import org.archipelago.protocol.JoinMessage;
import org.archipelago.protocol.JoinedMessage;
import org.archipelago.protocol.Secrets;
import org.archipelago.protocol.TaskMessage;

/**
 * All that changes in a session: who was invited, who joined, what each is to do. One lock guards it;
 * nothing slow happens under it.
 */
final class Room {

  private static final int REFUSALS = 100;

  private final String id;
  private final long silenceNanos;
  private final Invitations invitations = new Invitations();
  private final List<Member> members = new ArrayList<>();
  private final Deque<Refusal> refusals = new ArrayDeque<>();
  private final Set<String> names;
  private Optional<String> end = Optional.empty();
  private boolean begun;
  private long lastTask;
  private List<RoundTask> round = List.of();

  /** @param simulated names of the simulated clients, which no participant may have */
  Room(String id, Duration silence, List<String> simulated) {
    this.id = id;
    this.silenceNanos = silence.toNanos();
    this.names = new HashSet<>(simulated);
  }

  synchronized Invitation invite(URI address) {
    return invitations.issue(address, id).view();
  }

  synchronized List<Invitation> invitations() {
    return invitations.view();
  }

  synchronized List<Participant> participants() {
    return members.stream().map(member -> member.view(silenceNanos)).toList();
  }

  synchronized List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  synchronized void refused(String who, String reason) {
    refusals.add(new Refusal(Instant.now(), who, reason));
    if (refusals.size() > REFUSALS) {
      refusals.remove();
    }
  }

  /** @throws RefusedException unless whoever asks may join, or has joined already */
  synchronized void mayJoin(InvitationMessage asked) {
    JoinRules.wellFormed(asked.token());
    admit(asked.session(), asked.secret(), asked.token());
  }

  synchronized JoinedMessage join(JoinMessage asked) {
    JoinRules.wellFormed(asked.token());
    String name = JoinRules.name(asked.name());
    JoinRules.rows(asked.rows());
    Invitations.Issued invitation = admit(asked.session(), asked.secret(), asked.token());
    if (invitation.usedBy().isPresent()) {
      return comeBack(invitation.usedBy().get(), asked.rows());
    }
    Member member = new Member(asked.token(), unique(name), asked.rows());
    names.add(member.name());
    members.add(member);
    invitation.usedBy(member);
    notifyAll();
    return new JoinedMessage(member.name());
  }

  private Invitations.Issued admit(String session, String secret, String token) {
    if (!session.equals(id)) {
      throw new RefusedException(
          Code.OTHER_SESSION,
          "This invitation belongs to another session than the one at this address. Ask whoever invited you"
              + " for a new one.");
    }
    Invitations.Issued invitation =
        invitations
            .find(secret)
            .orElseThrow(
                () ->
                    new RefusedException(
                        Code.UNKNOWN_INVITATION,
                        "The session never issued this invitation. Copy it again, whole, or ask for a new"
                            + " one."));
    if (end.isPresent()) {
      throw new RefusedException(Code.CLOSED, "The session is closed. " + end.get());
    }
    Optional<Member> user = invitation.usedBy();
    if (user.isPresent() && !Secrets.same(user.get().token(), token)) {
      throw new RefusedException(
          Code.USED_INVITATION,
          "This invitation was used already; it works once. Ask for another one.");
    }
    if (user.isEmpty() && begun) {
      throw new RefusedException(
          Code.RUN_BEGUN,
          "The run has begun, so nobody new can join. Ask for an invitation to the next one.");
    }
    return invitation;
  }

  private static JoinedMessage comeBack(Member member, long rows) {
    if (rows != member.rows()) {
      throw new RefusedException(
          Code.UNUSABLE,
          "You joined with %d rows, but come back with %d. Come back with the same file."
              .formatted(member.rows(), rows));
    }
    member.asked();
    return new JoinedMessage(member.name());
  }

  private String unique(String name) {
    String free = name;
    for (int n = 2; names.contains(free); n++) {
      free = name + " (" + n + ")";
    }
    return free;
  }

  /** The participant with that token; compares with all, so that the time tells nothing. */
  synchronized Member member(String token) {
    Member found = null;
    for (Member member : members) {
      if (Secrets.same(member.token(), token)) {
        found = member;
      }
    }
    if (found == null) {
      throw new RefusedException(
          Code.UNKNOWN_PARTICIPANT, "No participant of this session has such a token; join first.");
    }
    found.asked();
    return found;
  }

  /** Completed with the next task; with nothing if another request of the same participant comes. */
  synchronized CompletableFuture<TaskMessage> poll(Member member) {
    if (end.isPresent()) {
      return CompletableFuture.completedFuture(TaskMessage.end(end.get()));
    }
    return member
        .task()
        .map(task -> CompletableFuture.completedFuture(task.message()))
        .orElseGet(member::newPoll);
  }

  synchronized void pollEnded(Member member, CompletableFuture<TaskMessage> poll) {
    member.pollEnded(poll);
  }

  /** The participant has heard that it is over. */
  synchronized void told(Member member) {
    member.tell();
    notifyAll();
  }

  synchronized AliveMessage alive(Member member) {
    return new AliveMessage(member.task().map(RoundTask::id).orElse(0L));
  }

  synchronized void leave(Member member) {
    member.leave();
    notifyAll();
  }

  /** The participant's task of that number, whose update is still awaited, or was taken already. */
  synchronized RoundTask task(Member member, long task) {
    RoundTask known =
        member
            .lastTask()
            .filter(given -> given.id() == task)
            .filter(given -> given.awaited() || given.update().isPresent())
            .orElse(null);
    if (known == null) {
      throw tooLate();
    }
    return known;
  }

  /** Takes an update in; the same one sent again changes nothing. */
  synchronized void deliver(RoundTask task, ClientUpdate update) {
    if (task.update().isEmpty()) {
      if (!task.awaited()) {
        throw tooLate();
      }
      task.deliver(update);
      notifyAll();
    }
  }

  /** The participant's answer can't be used, so nothing more is awaited of it in this round. */
  synchronized void giveUp(RoundTask task) {
    task.end();
    notifyAll();
  }

  private static RefusedException tooLate() {
    return new RefusedException(
        Code.TOO_LATE, "The round went on without this update: it came too late. The next one is welcome.");
  }

  /** From now on nobody new may join; gives whoever joined an index. */
  synchronized List<ClientInfo> begin(int firstIndex) {
    if (begun || end.isPresent()) {
      throw new IllegalStateException("a session is for one run, and this one's has begun or is over");
    }
    begun = true;
    List<ClientInfo> clients = new ArrayList<>();
    for (Member member : members) {
      clients.add(new ClientInfo(firstIndex + clients.size(), member.name(), member.rows()));
    }
    return clients;
  }

  /** @param cohort by the place of the participant in the order of joining */
  synchronized void openRound(
      int number, ModelParameters like, byte[] model, Map<Integer, ClientInfo> cohort) {
    List<RoundTask> tasks = new ArrayList<>();
    cohort.forEach(
        (place, client) -> {
          RoundTask task = new RoundTask(++lastTask, number, client, like, model);
          Member member = members.get(place);
          tasks.add(task);
          if (member.left()) {
            task.end();
          } else {
            member.give(task);
          }
        });
    round = tasks;
  }

  /**
   * Waits a moment for updates.
   *
   * @return whether none is awaited any more
   */
  synchronized boolean awaitUpdates(long millis) throws InterruptedException {
    if (roundOver()) {
      return true;
    }
    wait(millis);
    return roundOver();
  }

  private boolean roundOver() {
    for (Member member : members) {
      if (member.silentFor(silenceNanos)) {
        member.task().ifPresent(RoundTask::end);
      }
    }
    return round.stream().noneMatch(RoundTask::awaited);
  }

  /** Later updates are refused from here on. */
  synchronized Map<Integer, ClientUpdate> closeRound() {
    Map<Integer, ClientUpdate> updates = new TreeMap<>();
    for (RoundTask task : round) {
      task.end();
      task.update().ifPresent(update -> updates.put(task.client().index(), update));
    }
    round = List.of();
    return updates;
  }

  /** Tells everybody that it is over; the first message stays. */
  synchronized void end(String message) {
    if (end.isEmpty()) {
      end = Optional.of(message);
      round.forEach(RoundTask::end);
      for (Member member : members) {
        member.answerPoll(TaskMessage.nothingYet());
      }
      notifyAll();
    }
  }

  /** Waits until whoever is here has heard that it is over, but no longer than so many milliseconds. */
  synchronized void awaitGoodbyes(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    while (members.stream().anyMatch(this::stillToBeTold)) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(Math.min(left, 100));
    }
  }

  private boolean stillToBeTold(Member member) {
    return !member.toldTheEnd() && !member.left() && !member.silentFor(silenceNanos);
  }
}
