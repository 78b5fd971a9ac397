package org.archipelago.server;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archipelago.engine.Invitation;
import org.archipelago.protocol.ErrorMessage.Code;
import org.archipelago.protocol.InvitationMessage;
import org.archipelago.protocol.JoinMessage;
import org.archipelago.protocol.Secrets;

/** Who may come into a session, and with what. Guarded by the session's {@link Room}. */
final class Admission {

  /** So often may be said of one invitation that a file does not fit. */
  private static final int MOST_MISFITS = 10;

  private final String session;
  private final Invitations invitations = new Invitations();
  private final Set<String> names;
  private boolean begun;
  private Optional<String> end = Optional.empty();

  /** @param simulated names of the simulated clients, which no participant may have */
  Admission(String session, List<String> simulated) {
    this.session = session;
    this.names = new HashSet<>(simulated);
  }

  Invitation invite(URI address) {
    return invitations.issue(address, session).view();
  }

  List<Invitation> invitations() {
    return invitations.view();
  }

  /** From now on nobody new may join. */
  void begin() {
    if (begun || end.isPresent()) {
      throw new IllegalStateException("a session is for one run, and this one's has begun or is over");
    }
    begun = true;
  }

  /** From now on nobody is let in; the first message stays. */
  void end(String message) {
    end = end.or(() -> Optional.of(message));
  }

  /** How it ended, if it did. */
  Optional<String> end() {
    return end;
  }

  /** @throws RefusedException unless whoever asks may join, or has joined already */
  void mayJoin(InvitationMessage asked) {
    admit(asked.session(), asked.secret(), asked.token());
  }

  /**
   * Whoever has a file that does not fit, for people.
   *
   * @throws RefusedException unless it may join, or if it has said so often enough
   */
  String unfit(InvitationMessage asked) {
    Invitations.Issued invitation = admit(asked.session(), asked.secret(), asked.token());
    if (!invitation.misfit(MOST_MISFITS)) {
      throw new RefusedException(
          Code.TOO_MANY, "That files do not fit was said %d times; it is known.".formatted(MOST_MISFITS));
    }
    return invitation.usedBy().map(Member::name).orElse("Invitation " + invitation.number());
  }

  /** A new member, or the one that comes back. */
  Member join(JoinMessage asked) {
    String name = JoinRules.name(asked.name());
    JoinRules.rows(asked.rows());
    Invitations.Issued invitation = admit(asked.session(), asked.secret(), asked.token());
    if (invitation.usedBy().isPresent()) {
      return comeBack(invitation.usedBy().get(), asked.rows());
    }
    Member member = new Member(asked.token(), unique(name), asked.rows());
    names.add(member.name());
    invitation.usedBy(member);
    return member;
  }

  private Invitations.Issued admit(String theirs, String secret, String token) {
    JoinRules.wellFormed(token);
    if (!theirs.equals(session)) {
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

  private static Member comeBack(Member member, long rows) {
    if (rows != member.rows()) {
      throw new RefusedException(
          Code.UNUSABLE,
          "You joined with %d rows, but come back with %d. Come back with the same file."
              .formatted(member.rows(), rows));
    }
    member.asked();
    return member;
  }

  private String unique(String name) {
    String free = name;
    for (int n = 2; names.contains(free); n++) {
      free = name + " (" + n + ")";
    }
    return free;
  }
}
