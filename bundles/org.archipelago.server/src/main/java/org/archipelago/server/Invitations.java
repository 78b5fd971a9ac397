package org.archipelago.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.engine.Invitation;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.Secrets;

/** The invitations of one session. Not thread-safe. */
final class Invitations {

  private final List<Issued> issued = new ArrayList<>();

  /** One invitation, and who joined with it. */
  static final class Issued {
    private final int number;
    private final InvitationCode code;
    private Member member;
    private int misfits;

    private Issued(int number, InvitationCode code) {
      this.number = number;
      this.code = code;
    }

    int number() {
      return number;
    }

    /** Counts a file that does not fit; false once there were as many as are counted. */
    boolean misfit(int most) {
      if (misfits == most) {
        return false;
      }
      misfits++;
      return true;
    }

    Optional<Member> usedBy() {
      return Optional.ofNullable(member);
    }

    void usedBy(Member joined) {
      member = joined;
    }

    Invitation view() {
      return new Invitation(number, code.text(), usedBy().map(Member::name));
    }
  }

  Issued issue(URI address, String session) {
    Issued next =
        new Issued(issued.size() + 1, new InvitationCode(address, session, Secrets.next()));
    issued.add(next);
    return next;
  }

  /** Compares with every secret there is, so that the time tells nothing. */
  Optional<Issued> find(String secret) {
    Issued found = null;
    for (Issued one : issued) {
      if (Secrets.same(one.code.secret(), secret)) {
        found = one;
      }
    }
    return Optional.ofNullable(found);
  }

  List<Invitation> view() {
    return issued.stream().map(Issued::view).toList();
  }
}
