package org.archipelago.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.Problem;

/**
 * One line that lets one participant into one session:
 * {@code archipelago-invite:http://host:port/#session.secret}. Whoever has it can join, once.
 *
 * @param address the coordinator, as {@code http://host:port/}
 * @param session id of the session
 * @param secret works once
 */
public record InvitationCode(URI address, String session, String secret) {

  private static final String PREFIX = "archipelago-invite:";
  private static final Pattern FORM =
      Pattern.compile(PREFIX + "(https?://[^#/?\\s]+/)#([a-z0-9]{6,32})\\.([A-Za-z0-9_-]{32})");

  /**
   * Reads the line; spaces around it, and quotes, do not matter.
   *
   * @throws InvalidInputException if it is no whole invitation
   */
  public static InvitationCode parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().replaceAll("^[\"'“”]+|[\"'“”]+$", ""));
    if (!matcher.matches()) {
      throw invalid(
          text.contains(PREFIX)
              ? "The invitation is not whole, or something was added to it; copy the line again, from "
                  + PREFIX + " to its end, and put it in quotes."
              : "This is no invitation: one is a line that begins with " + PREFIX + ".");
    }
    try {
      URI address = new URI(matcher.group(1));
      if (address.getHost() == null) {
        throw invalid("The invitation's address " + address + " names no host; ask for another one.");
      }
      return new InvitationCode(address, matcher.group(2), matcher.group(3));
    } catch (URISyntaxException e) {
      throw invalid("The invitation's address can't be read: " + e.getReason() + "; ask for another one.");
    }
  }

  private static InvalidInputException invalid(String message) {
    return new InvalidInputException(Problem.atField("invitation", message));
  }

  /** The line to hand over. */
  public String text() {
    return PREFIX + address + "#" + session + "." + secret;
  }

  /** The line. */
  @Override
  public String toString() {
    return text();
  }
}
