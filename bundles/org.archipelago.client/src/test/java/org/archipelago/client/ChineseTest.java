package org.archipelago.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.archipelago.core.RunListener;
import org.archipelago.core.RunState;
import org.archipelago.engine.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a participant who reads Chinese is told. */
@Timeout(60)
class ChineseTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

  @TempDir private Path folder;
  private Islands islands;

  @BeforeEach
  void makeData() throws IOException {
    islands = new Islands(folder);
  }

  private Cli cli(String command, String invitation, String data, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--language", "zh", command, invitation, "--data", folder.resolve(data).toString(),
                "--state", folder.resolve("state").toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static void assertChinese(String said) {
    said.lines().forEach(line -> {
      assertTrue(HAN.matcher(line).find(), line);
      assertTrue(!ENGLISH.matcher(line).find(), line);
    });
    assertTrue(!said.isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "join", "check"})
  void helpIsChinese(String command) {
    Cli help = Cli.run(("--language zh " + command + " --help").replace("  ", " ").split(" "));
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("用法：archipelago-client"), help.out());
    help.out().lines()
        .filter(line -> line.matches("(  -\\w,|     ) --.*|  (?:join|check|\\d+) .*"))
        .forEach(line -> assertTrue(HAN.matcher(line).find(), line));
  }

  @Test
  void aWholeSessionIsToldInChinese() throws Exception {
    Session session = islands.open(Islands.EXPERIMENT);
    String invitation = session.invite().text();
    CompletableFuture<Cli> joined =
        CompletableFuture.supplyAsync(() -> cli("join", invitation, "a.csv", "--name", "A"));
    Islands.await(session, now -> now.participants().size() == 1);
    assertEquals(
        RunState.COMPLETED, islands.run(session, new RunListener() {}).await().state());
    session.close();
    Cli participant = joined.join();
    assertEquals(0, participant.code(), participant.err());
    assertChinese(participant.out());
  }

  @Test
  void whatIsNotUsedOfAFileIsToldInChinese() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      Files.writeString(folder.resolve("mine.csv"), "x,y,extra,label\n1,2,3,left\n2,3,4,\n");
      assertChinese(cli("check", session.invite().text(), "mine.csv").out());
    }
  }

  @Test
  void aFileThatDoesNotFitIsAnsweredInChinese() throws IOException {
    try (Session session = islands.open(Islands.EXPERIMENT)) {
      Files.writeString(folder.resolve("mine.csv"), "x,z,label\n1,2,left\n");
      Cli answer = cli("join", session.invite().text(), "mine.csv", "--name", "A");
      assertEquals(1, answer.code());
      assertChinese(answer.err());
      assertChinese(answer.out());
      assertEquals(
          "Unfit file: column 'y' is missing. The invitation stays good.",
          session.refusals().get(0).reason());
    }
  }

  @Test
  void aSessionThatIsGoneIsToldInChinese() throws IOException {
    Session session = islands.open(Islands.EXPERIMENT);
    String invitation = session.invite().text();
    session.close();
    Cli answer = cli("check", invitation, "a.csv");
    assertEquals(3, answer.code());
    assertChinese(answer.err());
  }

  @Test
  void whatIsNoInvitationIsAnsweredInChinese() {
    assertChinese(cli("check", "hello", "a.csv").err());
    assertChinese(cli("check", "archipelago-invite:http://x/#y", "a.csv").err());
  }
}
