package org.archipelago.headless;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.RunRecorder;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.core.catalog.ComponentKind;
import org.archipelago.export.MetricsCsv;
import org.archipelago.export.report.HtmlReport;
import org.archipelago.export.report.ReportOptions;
import org.archipelago.export.report.ReportSources;
import org.archipelago.federation.PrivacyFactory;
import org.archipelago.store.run.DurableFiles;
import org.archipelago.store.run.FileRunRepository;

/** Files for others, made from a run's record. */
final class RunExport {

  static final String MODEL = "model.safetensors";
  static final String REPORT = "report.html";
  static final String METRICS = "metrics.csv";

  private final Path folder;
  private final Run run;
  private final Catalog catalog;
  private final Optional<PrivacyFactory> privacy;

  private RunExport(Path folder, Run run, Catalog catalog, Optional<PrivacyFactory> privacy) {
    this.catalog = catalog;
    this.folder = folder;
    this.run = run;
    this.privacy = privacy;
  }

  /**
   * @param folder a run's record
   * @throws org.archipelago.core.InvalidInputException if there is none in it
   */
  static RunExport of(Path folder, Catalog catalog) throws IOException {
    Run run = FileRunRepository.read(folder);
    String id = run.header().experiment().section(ComponentKind.PRIVACY).id();
    return new RunExport(
        folder,
        run,
        catalog,
        catalog
            .find(ComponentKind.PRIVACY, id)
            .filter(PrivacyFactory.class::isInstance)
            .map(PrivacyFactory.class::cast));
  }

  Run run() {
    return run;
  }

  /** Writes the report into a folder that exists, and returns its path. */
  Path report(Path target) throws IOException {
    ReportSources sources =
        ReportSources.of(
            privacy.map(PrivacyFactory::covers).orElse(List.of()),
            privacy.map(PrivacyFactory::doesNotCover).orElse(List.of()),
            run.header().experiment(),
            catalog,
            Language.ENGLISH);
    return write(
        target.resolve(REPORT), out -> HtmlReport.write(run, sources, ReportOptions.DEFAULT, out));
  }

  /**
   * Writes everything there is.
   *
   * @param target made if it is not there; may be the record's own folder
   * @return what was written, or was there already
   */
  List<Path> all(Path target) throws IOException {
    DurableFiles.createFolder(target);
    List<Path> files = new ArrayList<>();
    model(target).ifPresent(files::add);
    files.add(report(target));
    files.add(write(target.resolve(METRICS), out -> out.write(metrics())));
    return files;
  }

  /** A run that was killed before its first round has no model. */
  private Optional<Path> model(Path target) throws IOException {
    Path recorded = folder.resolve(MODEL);
    Path file = target.resolve(MODEL);
    if (Files.notExists(recorded)) {
      return Optional.empty();
    }
    if (Files.notExists(file) || !Files.isSameFile(recorded, file)) {
      write(file, out -> Files.copy(recorded, out));
    }
    return Optional.of(file);
  }

  private byte[] metrics() throws IOException {
    StringBuilder csv = new StringBuilder();
    MetricsCsv.write(run, csv);
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Path write(Path file, RunRecorder.Content content) throws IOException {
    DurableFiles.write(file, content);
    return file;
  }
}
