package org.archipelago.ui.workbench.session;

import java.util.List;
import java.util.Optional;
import org.archipelago.engine.Invitation;
import org.archipelago.engine.Participant;

/**
 * The session as it stands now.
 *
 * @param experiment its experiment's name
 * @param address where participants reach it; empty before it is open
 * @param warning what whoever opened it should know
 * @param simulated clients that are simulated here
 */
public record SessionSnapshot(
    SessionPhase phase,
    String experiment,
    String address,
    Optional<String> warning,
    int simulated,
    List<Invitation> invitations,
    List<Participant> participants,
    List<SessionEvent> events) {

  static SessionSnapshot none(SessionPhase phase, String experiment) {
    return new SessionSnapshot(
        phase, experiment, "", Optional.empty(), 0, List.of(), List.of(), List.of());
  }

  /** Whether somebody new may join. */
  public boolean mayJoin() {
    return phase == SessionPhase.OPEN;
  }

  /** The first invitation that nobody has joined with. */
  public Optional<Invitation> firstFree() {
    return invitations.stream().filter(invitation -> invitation.usedBy().isEmpty()).findFirst();
  }
}
