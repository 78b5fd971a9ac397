package org.archipelago.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.Secrets;

/**
 * The token by which a session knows its participant again, kept in a file that only its owner may read:
 * who is ended and starts again with the same invitation comes back instead of being refused.
 *
 * @param token proves who one is
 * @param file where it is kept
 */
record Membership(String token, Path file) {

  /** The token of an earlier start with that invitation, or a fresh one that is not kept yet. */
  static Membership of(InvitationCode invitation, Path folder) {
    Path file = folder.resolve(invitation.session() + "-" + fingerprint(invitation.secret()));
    return new Membership(kept(file).orElseGet(Secrets::next), file);
  }

  private static Optional<String> kept(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip()).filter(Secrets::wellFormed)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Keeps the token for a later start.
   *
   * @return whether it could be kept
   */
  boolean keep() {
    if (kept(file).filter(token::equals).isPresent()) {
      return true;
    }
    try {
      Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
      Files.deleteIfExists(file);
      Files.createFile(file, ownerOnly("rw-------"));
      Files.writeString(file, token, StandardCharsets.UTF_8);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static String fingerprint(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Where the account of the own rows' privacy is kept, if there is one. */
  Path account() {
    return file.resolveSibling(file.getFileName() + "-rounds");
  }

  /** There is nothing to come back to. */
  void forget() {
    try {
      Files.deleteIfExists(account());
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A token that stays behind opens nothing any more.
    }
  }
}
