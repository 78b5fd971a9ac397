package org.archipelago.ui.workbench.export;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.archipelago.core.Language;
import org.archipelago.export.report.ReportOptions;
import org.archipelago.export.report.ReportSection;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Decides what the report has, and shows it as it will be. */
final class ReportPage extends ExportPage {

  private static final int OPTIONS_WIDTH = 250;

  private Combo language;
  private Text title;
  private Text author;
  private Text institution;
  private Text remark;
  private Table sections;
  private ReportPreview view;
  private PreviewJob<ReportPreview.Contents> preview;

  ReportPage(ExportDraft draft) {
    super(ExportMessages.report, ExportMessages.reportAdvice, draft);
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).spacing(12, 5).applyTo(page);
    Composite options = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(5, 3).applyTo(options);
    GridDataFactory.fillDefaults().grab(false, true).hint(OPTIONS_WIDTH, SWT.DEFAULT).applyTo(options);
    createOptions(options);
    view = new ReportPreview(page);
    GridDataFactory.fillDefaults().grab(true, true).hint(560, 360).applyTo(view.control());
    use(page);
    preview = new PreviewJob<>(page, this::make, this::show, this::refuse);
  }

  private void createOptions(Composite options) {
    label(options, ExportMessages.language);
    language = new Combo(options, SWT.READ_ONLY);
    language.setItems(Stream.of(Language.values()).map(Language::title).toArray(String[]::new));
    language.select(draft().report().language().ordinal());
    language.addListener(SWT.Selection, event -> {
      nameSections();
      change();
    });
    GridDataFactory.fillDefaults().applyTo(language);
    title = field(options, ExportMessages.reportTitle, draft().report().title());
    title.setMessage(ExportMessages.experimentName);
    author = field(options, ExportMessages.author, draft().report().author());
    institution = field(options, ExportMessages.institution, draft().report().institution());
    label(options, ExportMessages.remark);
    remark = new Text(options, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
    remark.addListener(SWT.Modify, event -> change());
    remark.addListener(SWT.Traverse, event -> {
      if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
        event.doit = true; // Tab leads on, as from the other fields
      }
    });
    GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 56).applyTo(remark);
    label(options, ExportMessages.sections);
    sections = new Table(options, SWT.BORDER | SWT.CHECK);
    for (ReportSection section : ReportSection.values()) {
      new TableItem(sections, SWT.NONE).setChecked(draft().report().sections().contains(section));
    }
    nameSections();
    sections.addListener(SWT.Selection, event -> {
      if (event.detail == SWT.CHECK) {
        change();
      }
    });
    GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(sections);
  }

  private static void label(Composite options, String text) {
    new Label(options, SWT.NONE).setText(text);
  }

  private Text field(Composite options, String name, String value) {
    label(options, name);
    Text field = new Text(options, SWT.BORDER);
    field.setText(value);
    field.addListener(SWT.Modify, event -> change());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
    return field;
  }

  /** The sections are called as in the report. */
  private void nameSections() {
    for (ReportSection section : ReportSection.values()) {
      sections.getItem(section.ordinal()).setText(section.title(chosenLanguage()));
    }
  }

  private Language chosenLanguage() {
    return Language.values()[language.getSelectionIndex()];
  }

  private void change() {
    Set<ReportSection> chosen = EnumSet.noneOf(ReportSection.class);
    for (ReportSection section : ReportSection.values()) {
      if (sections.getItem(section.ordinal()).getChecked()) {
        chosen.add(section);
      }
    }
    draft().setReport(
        new ReportOptions(
            chosenLanguage(), chosen, title.getText(), author.getText(), institution.getText(),
            remark.getText()));
    preview.refresh();
  }

  @Override
  void refresh() {
    setPageComplete(false);
    preview.refresh();
  }

  private ReportPreview.Contents make() throws IOException {
    return view.make(draft().document());
  }

  private void show(ReportPreview.Contents contents) {
    view.show(contents);
    accept();
  }
}
