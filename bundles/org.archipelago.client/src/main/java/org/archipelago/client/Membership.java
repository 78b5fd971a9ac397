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
import org.archipelago.protocol.InvitationCode;
import org.archipelago.protocol.Secrets;

/**
 * The token by which a session knows its participant again, kept in a file that only its owner may read:
 * who is ended and starts again with the same invitation comes back instead of being refused.
 *
 * @param token proves who one is
 * @param file where it is kept
 * @param kept whether it could be kept
 */
record Membership(String token, Path file, boolean kept) {

  /** The token of an earlier start with that invitation, or a fresh one. */
  static Membership of(InvitationCode invitation, Path folder) {
    Path file = folder.resolve(invitation.session() + "-" + fingerprint(invitation.secret()));
    try {
      if (Files.isRegularFile(file)) {
        String token = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (Secrets.wellFormed(token)) {
          return new Membership(token, file, true);
        }
        Files.delete(file);
      }
      return new Membership(write(folder, file), file, true);
    } catch (IOException e) {
      return new Membership(Secrets.next(), file, false);
    }
  }

  private static String write(Path folder, Path file) throws IOException {
    Files.createDirectories(folder, ownerOnly("rwx------"));
    Files.createFile(file, ownerOnly("rw-------"));
    String token = Secrets.next();
    Files.writeString(file, token, StandardCharsets.UTF_8);
    return token;
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

  /** There is nothing to come back to. */
  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A token that stays behind opens nothing any more.
    }
  }
}
