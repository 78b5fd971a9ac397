package org.archipelago.headless;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archipelago.core.Language;
import org.archipelago.core.RoundResult;
import org.archipelago.core.Run;
import org.archipelago.results.FederatingGain;
import org.archipelago.results.FinalFigures;

/** The last lines of a run: its figures, and where model and report lie. */
final class Summary {

  private final Path folder;
  private final Run run;
  private final Optional<RoundResult> last;

  /**
   * @param run as its record tells it, with all of its baselines if there are any
   * @param last the last whole round as it was heard, with what the record may leave out
   */
  Summary(Path folder, Run run, Optional<RoundResult> last) {
    this.folder = folder;
    this.run = run;
    this.last = last;
  }

  void print(PrintWriter out) {
    out.println();
    List<FinalFigures.Row> figures = FinalFigures.of(run, Language.current()).rows();
    new Columns(figures, FinalFigures.Row::label, Summary::value).print(out);
    ClassificationText.of(run).ifPresent(report -> report.print(out));
    unjudged().ifPresent(out::println);
    FederatingGain.of(run).ifPresent(gain -> print(gain, out));
    out.println();
    out.println(Words.say("summary.model", folder.resolve(RunExport.MODEL)));
    out.println(Words.say("summary.report", folder.resolve(RunExport.REPORT)));
    out.flush();
  }

  private void print(FederatingGain gain, PrintWriter out) {
    out.println();
    out.println(gain.sentence(Language.current()));
    if (run.header().privateCohort()) {
      out.println(Words.say("baselines.notCovered"));
    }
  }

  private static String value(FinalFigures.Row row) {
    String unit = row.unit().isEmpty() ? "" : " " + row.unit();
    String note = row.note().isEmpty() ? "" : " (" + row.note() + ")";
    return row.value() + unit + note;
  }

  /** Clients without figures of their own, if there are any. */
  private Optional<String> unjudged() {
    int all = run.header().dataset().clientCount();
    int judged = run.evaluation().map(evaluation -> evaluation.own().size()).orElse(0);
    if (judged == 0) {
      boolean told = last.isPresent() && last.get().clients().size() == all;
      judged =
          told
              ? (int) last.get().clients().stream().filter(client -> client.local().isPresent()).count()
              : all;
    }
    int count = all - judged;
    return count == 0
        ? Optional.empty()
        : Optional.of(Words.say(count == 1 ? "summary.unjudged.one" : "summary.unjudged", count, all));
  }
}
