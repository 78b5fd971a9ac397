package org.archipelago.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.archipelago.core.Provenance;
import org.archipelago.core.Run;
import org.archipelago.results.Format;

/** Where a run's figures come from: enough to run it again and get the same bits. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static void write(Run run, Html html) {
    Provenance from = run.header().provenance();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Run", run.id()));
    rows.add(List.of("State", run.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    if (!run.message().isEmpty()) {
      rows.add(List.of("Message", run.message()));
    }
    rows.add(List.of("Started", from.started().toString()));
    rows.add(List.of("Archipelago", from.version()));
    rows.add(List.of("Seed", Long.toString(from.seed())));
    rows.add(List.of("Data", from.dataSource()));
    rows.add(List.of("Data, SHA-256", from.dataHash()));
    rows.add(List.of("Partition, SHA-256", from.partitionHash()));
    rows.add(List.of("Java", from.java()));
    rows.add(List.of("Operating system", from.os()));
    rows.add(List.of("Processors", Format.count(from.processors())));
    rows.add(List.of("Kernels", from.kernels()));
    html.table("pairs", List.of(), rows);
  }
}
