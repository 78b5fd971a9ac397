package org.archipelago.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.archipelago.core.Experiment;
import org.archipelago.core.ProgressListener;
import org.archipelago.core.RandomStream;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.core.catalog.ComponentSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are kept together: 60 patients with one to five visits, at one of four sites each. */
class RowGroupsTest {

  @TempDir private Path folder;

  private final int[] patientOfRow = IntStream.range(0, 180).map(RowGroupsTest::patient).toArray();

  private static int patient(int row) {
    int patient = 0;
    for (int left = row; left >= patient % 5 + 1; patient++) {
      left -= patient % 5 + 1;
    }
    return patient;
  }

  @BeforeEach
  void write() throws IOException {
    StringBuilder csv = new StringBuilder("patient,site,age,ill\n");
    for (int row = 0; row < 180; row++) {
      int patient = patientOfRow[row];
      csv.append("P%d,site %d,%d,%s\n".formatted(patient, patient % 4, row * 7, row % 3 == 0 ? "yes" : "no"));
    }
    Files.writeString(folder.resolve("visits.csv"), csv);
  }

  private static Map<String, Object> data(Object... more) {
    Map<String, Object> data = new HashMap<>(Map.of("source", "visits.csv", "target", "ill"));
    for (int i = 0; i < more.length; i += 2) {
      data.put((String) more[i], more[i + 1]);
    }
    return data;
  }

  private Experiment experiment(Map<String, Object> data, ComponentSpec partition) {
    return Fixtures.experiment(5, data, partition);
  }

  private static ComponentSpec iid(int clients) {
    return Fixtures.partition("iid", Map.of("clients", clients));
  }

  private record Dealt(UndealtRows undealt, Partition partition) {

    List<int[]> tableRows() {
      return partition.rows().stream()
          .map(rows -> Arrays.stream(rows).map(row -> undealt.rows()[row]).toArray())
          .toList();
    }
  }

  private Dealt deal(Experiment experiment) {
    ComponentSpec spec = experiment.section(ComponentKind.PARTITIONER);
    Partitioner partitioner =
        Fixtures.CATALOG
            .get(ComponentKind.PARTITIONER, spec.id(), PartitionerFactory.class)
            .create(spec.parameters());
    SourceRows rows =
        SourceRows.read(experiment, folder, kind -> true, "everything", ProgressListener.NONE);
    UndealtRows undealt = rows.undealt(partitioner);
    return new Dealt(undealt, undealt.deal(partitioner, experiment.seed()));
  }

  private Set<Integer> patients(int[] rows) {
    Set<Integer> patients = new HashSet<>();
    Arrays.stream(rows).forEach(row -> patients.add(patientOfRow[row]));
    return patients;
  }

  @Test
  void onePatientIsInOnePlaceUnderEveryRule() {
    for (ComponentSpec rule :
        List.of(
            iid(7),
            Fixtures.partition("dirichlet", Map.of("clients", 5, "alpha", 0.3)),
            Fixtures.partition("shards", Map.of("clients", 4)),
            Fixtures.partition("sizes", Map.of("clients", 6)),
            Fixtures.partition("natural", Map.of("column", "site")))) {
      Dealt dealt = deal(experiment(data("group", "patient", "serverRows", 20), rule));
      Map<Integer, Integer> places = new HashMap<>();
      List<int[]> all = new ArrayList<>(dealt.tableRows());
      all.add(dealt.undealt().reserved().heldOut());
      all.add(dealt.undealt().reserved().server());
      int rows = 0;
      for (int place = 0; place < all.size(); place++) {
        for (int patient : patients(all.get(place))) {
          assertFalse(places.containsKey(patient), rule.id() + ": patient " + patient);
        }
        for (int patient : patients(all.get(place))) {
          places.put(patient, place);
        }
        rows += all.get(place).length;
      }
      assertEquals(180, rows, rule.id());
    }
  }

  @Test
  void withoutTheColumnPatientsAreTornApart() {
    Dealt dealt = deal(experiment(data(), iid(7)));
    int places = dealt.tableRows().stream().mapToInt(rows -> patients(rows).size()).sum();
    assertTrue(places > 60, "places of patients: " + places);
  }

  @Test
  void theHoldOutIsOfTheSizeAskedForAndOfAllClasses() {
    int[] heldOut = deal(experiment(data("group", "patient", "test", 0.25), iid(3))).undealt().reserved().heldOut();
    assertEquals(45, heldOut.length, 5);
    assertTrue(Arrays.stream(heldOut).filter(row -> row % 3 == 0).count() >= 8);
  }

  @Test
  void clientsKeepWholePatientsBack() {
    Dealt dealt = deal(experiment(data("group", "patient"), iid(4)));
    SourceRows rows = dealt.undealt().of();
    List<ClientRows> clients =
        ClientRows.split(dealt.partition(), dealt.undealt().rows(), 0.3, rows.seed(), rows.groups());
    for (ClientRows client : clients) {
      Set<Integer> both = patients(client.train());
      both.retainAll(patients(client.test()));
      assertEquals(Set.of(), both);
      assertEquals(0.3, client.test().length / (double) (client.test().length + client.train().length), 0.12);
    }
  }

  @Test
  void theColumnIsNoFeatureAndIsToldOf() {
    FederatedDataset loaded =
        Fixtures.load(folder, experiment(data("group", "patient", "clientTest", 0.2), iid(4)));
    assertTrue(loaded.features().stream().noneMatch(name -> name.contains("patient")), loaded.features()::toString);
    assertTrue(
        loaded.summary().notes().contains(
            "Rows with the same value of 'patient' were kept together, on one client and on one side of the hold-out:"
                + " 60 values."),
        loaded.summary().notes()::toString);
  }

  @Test
  void duplicatesStayTogether() throws IOException {
    StringBuilder csv = new StringBuilder("word,age,ill\n");
    for (int row = 0; row < 200; row++) {
      csv.append("%s,%d,%s\n".formatted(row % 50 < 25 ? "a" : "b", row % 50, row % 2 == 0 ? "yes" : "no"));
    }
    Files.writeString(folder.resolve("visits.csv"), csv);
    Dealt dealt = deal(experiment(data("duplicates", "together"), iid(5)));
    Set<Integer> seen = new HashSet<>();
    for (int[] rows : dealt.tableRows()) {
      Set<Integer> here = new HashSet<>(Arrays.stream(rows).map(row -> row % 50).boxed().toList());
      assertEquals(4 * here.size(), rows.length);
      assertTrue(here.stream().allMatch(seen::add));
    }
    assertTrue(
        dealt.undealt().of().notes().contains(
            "Rows with the features of an earlier row, which were kept together with it: 150."));
  }

  @Test
  void aPatientAtTwoSitesGoesWithItsFirstRowAndThatIsTold() throws IOException {
    Files.writeString(
        folder.resolve("visits.csv"),
        "patient,site,ill\nA,north,yes\nA,south,no\nB,south,yes\nB,south,no\nC,north,no\n");
    Dealt dealt =
        deal(
            experiment(
                data("group", "patient", "test", 0.0), Fixtures.partition("natural", Map.of("column", "site"))));
    assertEquals(List.of("north", "south"), dealt.partition().clients());
    assertArrayEquals(new int[] {0, 1, 4}, dealt.tableRows().get(0));
    assertEquals(
        List.of("Groups of rows with several values of site, which were dealt by the value of their first row: 1."),
        dealt.partition().notes());
  }

  @Test
  void whatCannotBeKeptTogetherIsRefused() throws IOException {
    assertEquals(
        "data.group: visits.csv has no column 'patent'; it has patient, site, age, ill.",
        Fixtures.problem(() -> deal(experiment(data("group", "patent"), iid(2)))).toString());
    String many = Fixtures.problem(() -> deal(experiment(data("group", "patient"), iid(90)))).toString();
    assertTrue(
        many.endsWith("Rows that are kept together count as one row (data.group, data.duplicates)."), many);
    Files.writeString(folder.resolve("visits.csv"), "patient,age,ill\nA,1,yes\nA,2,no\nA,3,yes\n");
    assertEquals(
        "data.group: All rows belong together, so that no hold-out and no clients can be made of them; leave it out.",
        Fixtures.problem(() -> deal(experiment(data("group", "patient"), iid(2)))).toString());
  }

  @Test
  void aGroupHasTheClassOfMostOfItsRows() {
    assertArrayEquals(
        new int[] {1, 0, 2}, GroupDeal.labels(new int[] {0, 0, 0, 1, 1, 2}, new int[] {1, 0, 1, 2, 0, 2}, 3));
  }

  @Test
  void aHoldOutOfGroupsTooLargeForItIsTheSmallest() {
    boolean[] drawn =
        HoldOut.draw(new int[9], new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1}, 1, 0.1, new RandomStream(1));
    assertEquals(4, IntStream.range(0, 9).filter(row -> drawn[row]).count());
  }
}
