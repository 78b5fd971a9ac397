package org.archipelago.headless;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.archipelago.core.Language;
import org.archipelago.export.report.ReportOptions;
import org.archipelago.export.report.ReportSection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the report of an export can be told. */
final class ReportArguments {

  private static final String LANGUAGE = "--language";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--sections", split = ",", paramLabel = "SECTION")
  private List<String> sections;

  @Option(names = "--without", split = ",", paramLabel = "SECTION")
  private List<String> without = List.of();

  @Option(names = "--title")
  private String title = "";

  @Option(names = "--author")
  private String author = "";

  @Option(names = "--institution")
  private String institution = "";

  @Option(names = "--remark")
  private String remark = "";

  /** All of it; in English unless a language was given, so that it is the same on every machine. */
  ReportOptions options() {
    Set<ReportSection> chosen =
        sections == null ? EnumSet.allOf(ReportSection.class) : named(sections, "--sections");
    chosen.removeAll(named(without, "--without"));
    return new ReportOptions(language(), chosen, title, author, institution, remark);
  }

  private Language language() {
    String given = spec.root().findOption(LANGUAGE).getValue();
    return given == null ? Language.ENGLISH : Language.named(given).orElse(Language.ENGLISH);
  }

  private Set<ReportSection> named(List<String> ids, String option) {
    Set<ReportSection> found = EnumSet.noneOf(ReportSection.class);
    for (String id : ids) {
      found.add(
          ReportSection.named(id)
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(),
                      Words.say("export.noSection", option, id, String.join(", ", ReportSection.ids()))
                          + Words.didYouMean(id, ReportSection.ids()))));
    }
    return found;
  }
}
