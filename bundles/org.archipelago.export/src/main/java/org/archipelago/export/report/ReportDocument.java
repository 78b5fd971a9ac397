package org.archipelago.export.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.archipelago.core.Language;
import org.archipelago.core.Run;
import org.archipelago.core.Texts;
import org.archipelago.export.report.Block.TextStyle;
import org.archipelago.results.CohortRule;

/**
 * What a run's report says, apart from any format: HTML and the workbench's preview are made from it.
 * What {@link CohortRule} keeps on the analyst's screen is not in it, and it says so.
 *
 * @param language of its texts
 * @param title its heading
 * @param head what stands before the sections
 * @param sections those that were chosen and have something to say, in their order
 */
public record ReportDocument(Language language, String title, List<Block> head, List<Section> sections) {

  /**
   * A part with a heading.
   *
   * @param id empty for the one that names what was left out
   */
  public record Section(String id, String title, List<Block> blocks) {
    public Section {
      blocks = List.copyOf(blocks);
    }
  }

  public ReportDocument {
    head = List.copyOf(head);
    sections = List.copyOf(sections);
  }

  /**
   * The report of a run.
   *
   * @param recorded at any state, also before its first round
   * @param sources what the run's components say of themselves
   */
  public static ReportDocument of(Run recorded, ReportSources sources, ReportOptions options) {
    Run run = CohortRule.forExport(recorded);
    Texts texts = Texts.beside(ReportDocument.class, options.language());
    String title = options.title().isEmpty() ? run.header().experiment().name() : options.title();
    List<Section> sections = new ArrayList<>();
    for (ReportSection section : options.sections()) {
      BlockList blocks = new BlockList(texts);
      new SectionWriter(run, sources, blocks).write(section);
      if (!blocks.isEmpty()) {
        sections.add(new Section(section.id(), section.title(options.language()), blocks.all()));
      }
    }
    Set<ReportSection> missing = EnumSet.allOf(ReportSection.class);
    missing.removeAll(options.sections());
    if (!missing.isEmpty()) {
      sections.add(leftOut(missing, texts));
    }
    return new ReportDocument(options.language(), title, head(run, title, options, texts), sections);
  }

  private static List<Block> head(Run run, String title, ReportOptions options, Texts texts) {
    BlockList blocks = new BlockList(texts);
    blocks.text(TextStyle.KICKER, texts.text("head.kicker"));
    blocks.text(TextStyle.TITLE, title);
    String experiment = run.header().experiment().name();
    if (!title.equals(experiment)) {
      blocks.text(TextStyle.LEAD, experiment);
    }
    String by =
        List.of(options.author(), options.institution()).stream()
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    if (!by.isEmpty()) {
      blocks.text(TextStyle.BYLINE, by);
    }
    if (!run.header().experiment().description().isBlank()) {
      blocks.text(TextStyle.LEAD, run.header().experiment().description().strip());
    }
    blocks.add(new Block.Verdict(new VerdictSentences(run, texts).all()));
    if (!options.remark().isEmpty()) {
      blocks.text(TextStyle.HEADING, texts.text("head.remark"));
      blocks.text(TextStyle.LEAD, options.remark());
    }
    return blocks.all();
  }

  private static Section leftOut(Set<ReportSection> missing, Texts texts) {
    BlockList blocks = new BlockList(texts);
    String names =
        missing.stream()
            .map(section -> section.title(texts.language()))
            .collect(Collectors.joining(texts.text("list.separator")));
    blocks.text(TextStyle.QUIET, texts.text("leftOut.text", names));
    return new Section("", texts.text("leftOut.title"), blocks.all());
  }
}
