package org.archipelago.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.InvalidInputException;
import org.archipelago.core.PrivacyStatus;
import org.archipelago.core.Problem;
import org.archipelago.federation.ClientInfo;
import org.archipelago.federation.LocalPrivacy;

/**
 * What the own rows were charged with in one session: every round that was begun, whatever became of its update.
 * The number of those rounds is in a file before the round's training begins, so that a program that was ended
 * and comes back goes on counting. Not thread-safe.
 */
final class RowAccount {

  private final LocalPrivacy privacy;
  private final ClientInfo self;
  private final Path file;
  private int rounds;

  /**
   * Opens the account.
   *
   * @param file where it is kept; does not exist where nothing was charged yet
   * @throws InvalidInputException if what is there is no account
   */
  RowAccount(LocalPrivacy privacy, int rows, Path file) {
    this.privacy = privacy;
    this.self = new ClientInfo(0, "", rows);
    this.file = file;
    int before = kept();
    while (rounds < before) {
      privacy.charge(++rounds, List.of(self));
    }
  }

  private int kept() {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      return Integer.parseUnsignedInt(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException | NumberFormatException e) {
      throw new InvalidInputException(
          Problem.inFile(
              file.toString(),
              0,
              "This is no account of your rows' privacy, so what was spent is not known: put the file back, or"
                  + " leave this session for good."));
    }
  }

  PrivacyStatus status() {
    return privacy.status();
  }

  /** What stands in the way of one more round: ε would be over the budget. */
  Optional<PrivacyStatus> exceeded() {
    return Optional.of(privacy.afterRound(List.of(self))).filter(PrivacyStatus::exceeded);
  }

  /**
   * Charges a round that is about to begin.
   *
   * @throws InvalidInputException if that can't be kept
   */
  void charge() {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, Integer.toString(rounds + 1), StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.inFile(
              file.toString(),
              0,
              "The account of your rows' privacy can't be kept there (%s), and without it no noise would be"
                      .formatted(e.getMessage())
                  + " counted: name another folder with --state."));
    }
    privacy.charge(++rounds, List.of(self));
  }
}
