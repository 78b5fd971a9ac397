package org.archipelago.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.archipelago.client.ClientListener;
import org.archipelago.client.ClientOptions;
import org.archipelago.client.RemoteClient;
import org.archipelago.client.RetryPolicy;
import org.archipelago.core.ClientResult.Status;
import org.archipelago.core.Metrics;
import org.archipelago.core.Run;
import org.archipelago.core.RunState;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.data.SampleDatasets;
import org.archipelago.protocol.InvitationCode;
import org.archipelago.store.run.FileRunRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session from the command line, joined by participants. */
@Timeout(60)
class ServeTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @TempDir Path folder;

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void twoParticipantsJoinAndTheRunIsRecorded() throws Exception {
    Path csv = patients();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () ->
                Main.commandLine(Terminal.PIPE)
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(
                        "serve", "wdbc-hospitals", "--out", folder.resolve("run").toString(), "--wait", "2",
                        "--set", "training.rounds=3"),
            threads);
    List<String> invitations = invitations(out, code, 2);
    Path unfit = Files.writeString(folder.resolve("unfit.csv"), "mean radius,diagnosis\n1,2\n");
    CompletableFuture<String> refused = join(invitations.get(0), unfit, "Guest 0");
    assertThrows(ExecutionException.class, refused::get);
    List<CompletableFuture<String>> ends = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ends.add(join(invitations.get(i), csv, "Guest " + i));
    }
    assertEquals(0, code.get(), err.toString());
    assertEquals("The run is over.", ends.get(0).get());
    assertEquals("The run is over.", ends.get(1).get());
    assertTrue(
        out.toString()
            .matches("(?s).*\n\\d\\d:\\d\\d:\\d\\d  Refused Invitation 1: Unfit file: column .*"),
        out.toString());
    assertTrue(out.toString().contains("Guest 0 joined with "), out.toString());
    Run run = FileRunRepository.read(folder.resolve("run"));
    assertEquals(RunState.COMPLETED, run.state());
    assertEquals(
        2,
        run.lastRound().orElseThrow().clients().stream()
            .filter(client -> client.client().startsWith("Guest") && client.status() == Status.TRAINED)
            .count());
    assertTrue(run.lastRound().orElseThrow().test().orElseThrow().value(Metrics.LOSS).isPresent());
    String report = Files.readString(folder.resolve("run/report.html"));
    assertTrue(report.contains("2 of 7 clients took part over the network"));
    assertTrue(report.contains("<td colspan=\"2\">not known here</td>"));
    assertTrue(out.toString().contains("2 of 7 clients are not judged: too few rows, or"), out.toString());
  }

  private Path patients() throws IOException {
    Path csv = folder.resolve("patients.csv");
    try (InputStream in = SampleDatasets.find("wdbc").orElseThrow().open()) {
      Files.copy(in, csv);
    }
    return csv;
  }

  private static List<String> invitations(
      StringWriter out, CompletableFuture<Integer> code, int number) {
    while (true) {
      String said = out.toString();
      if (said.contains("Waiting for") || code.isDone()) {
        List<String> found =
            said.lines().filter(line -> line.startsWith("archipelago-invite:")).toList();
        assertEquals(number, found.size(), said);
        return found;
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private CompletableFuture<String> join(String invitation, Path csv, String name) {
    ClientOptions options =
        new ClientOptions(
            InvitationCode.parse(invitation),
            csv,
            name,
            folder.resolve("state"),
            new RetryPolicy(3, Duration.ofMillis(50), Duration.ofMillis(200)));
    return CompletableFuture.supplyAsync(
        () -> new RemoteClient(options, Catalog.load(), ClientListener.NONE).run(), threads);
  }

  @Test
  void aPortInUseIsNamedWithWhatToDo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli serve =
          Cli.run(
              "serve", "wdbc-hospitals", "--out", folder.resolve("run").toString(), "--port",
              Integer.toString(taken.getLocalPort()));
      assertEquals(1, serve.code());
      assertEquals(
          "--port: Port %d on 127.0.0.1 is in use by another program or session; close that one, choose another port, or 0 to have a free one chosen."
              .formatted(taken.getLocalPort()),
          serve.err().strip());
    }
  }

  @Test
  void wrongOptionsAreNamed() {
    Cli wait = Cli.run("serve", "wdbc-hospitals", "--wait", "0");
    assertEquals(2, wait.code());
    assertTrue(wait.err().startsWith("Invalid value for option '--wait': found 0; at least 1"), wait.err());
    Cli invite = Cli.run("serve", "wdbc-hospitals", "--wait", "3", "--invite", "2");
    assertTrue(invite.err().startsWith("Invalid value for option '--invite': found 2; at least 3"), invite.err());
    Cli silence = Cli.run("serve", "wdbc-hospitals", "--silence", "2");
    assertTrue(silence.err().startsWith("Invalid value for option '--silence': found 2; at least 5"), silence.err());
    Cli port = Cli.run("serve", "wdbc-hospitals", "--port", "70000");
    assertTrue(port.err().startsWith("Invalid value for option '--port': found 70000; 0 to 65535"), port.err());
  }
}
