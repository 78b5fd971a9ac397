package org.archipelago.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes and compares what must not be guessed: the secrets of invitations and participants' tokens. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private Secrets() {}

  /** 192 random bits as 32 letters, digits, hyphens and underscores. */
  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text has the form of a secret. */
  public static boolean wellFormed(String text) {
    return text.matches("[A-Za-z0-9_-]{32}");
  }

  /** Whether two secrets are the same; takes as long for nearly right ones as for wrong ones. */
  public static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
