package org.archipelago.export.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.archipelago.core.Language;

/**
 * What whoever exports a report decides.
 *
 * @param language of all texts that are not the experiment's own
 * @param sections that it has; those left out are named at its end
 * @param title empty for the experiment's name
 * @param author may be empty
 * @param institution may be empty
 * @param remark free text for whoever judges the report; may be empty, and may have several lines
 */
public record ReportOptions(
    Language language,
    Set<ReportSection> sections,
    String title,
    String author,
    String institution,
    String remark) {

  /** Everything, in English: the report that lies in a run's record. */
  public static final ReportOptions DEFAULT = in(Language.ENGLISH);

  public ReportOptions {
    EnumSet<ReportSection> ordered = EnumSet.noneOf(ReportSection.class);
    ordered.addAll(sections);
    sections = Collections.unmodifiableSet(ordered);
    title = title.strip();
    author = author.strip();
    institution = institution.strip();
    remark = remark.strip();
  }

  /** Everything in that language. */
  public static ReportOptions in(Language language) {
    return new ReportOptions(language, EnumSet.allOf(ReportSection.class), "", "", "", "");
  }

  /** The same with those sections alone. */
  public ReportOptions withSections(Set<ReportSection> chosen) {
    return new ReportOptions(language, chosen, title, author, institution, remark);
  }
}
