package org.archipelago.protocol;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.archipelago.data.Misfit;

/**
 * Tells a session that somebody it invited has a file that does not fit, so that whoever holds the session
 * can help. Names the session's own columns and what is wrong with them; carries no cell, no line, no name
 * that is in the file alone. Does not use the invitation up.
 *
 * @param invitation as for {@link SessionMessage}, which came before
 * @param found how much was found wrong
 * @param misfits the first of it, 1 to {@link Protocol#MOST_MISFITS}
 */
public record MisfitMessage(InvitationMessage invitation, int found, List<Misfit> misfits) {

  public MisfitMessage {
    misfits = List.copyOf(misfits);
  }

  /** The message about so many misfits, cut to what it may carry. */
  public static MisfitMessage of(InvitationMessage invitation, List<Misfit> misfits) {
    return new MisfitMessage(
        invitation,
        misfits.size(),
        misfits.subList(0, Math.min(misfits.size(), Protocol.MOST_MISFITS)));
  }

  /** All that it tells, as one sentence. */
  public String inWords() {
    int further = found - misfits.size();
    return "Unfit file: "
        + misfits.stream().map(Misfit::inWords).collect(Collectors.joining("; "))
        + (further == 0 ? "." : String.format(Locale.ROOT, "; and %,d more.", further));
  }
}
