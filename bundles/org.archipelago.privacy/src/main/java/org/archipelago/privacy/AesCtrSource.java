package org.archipelago.privacy;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random bits that nobody can predict: the key stream of AES-256 in counter mode (NIST SP 800-38A),
 * under a key from the operating system's generator that is forgotten with this object. Not
 * thread-safe.
 */
final class AesCtrSource implements LongSupplier {

  private static final byte[] ZEROS = new byte[1 << 13];

  private final Cipher cipher;
  private LongBuffer ready = LongBuffer.allocate(0);

  AesCtrSource() {
    this(freshKey());
  }

  /** @param key 32 bytes */
  AesCtrSource(byte[] key) {
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  private static byte[] freshKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  @Override
  public long getAsLong() {
    if (!ready.hasRemaining()) {
      ready = ByteBuffer.wrap(cipher.update(ZEROS)).asLongBuffer();
    }
    return ready.get();
  }
}
