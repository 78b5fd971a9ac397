package org.archipelago.ui.workbench.partition;

import java.util.List;
import org.archipelago.ui.common.Icons;
import org.archipelago.ui.workbench.editor.form.Layouts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What is to be known of a partition that was opened, such as that its data has changed; until it is put away. */
final class NotesBanner {

  private static final int MOST = 5;

  private final Composite body;
  private final Label text;

  NotesBanner(Composite parent) {
    body = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 6).spacing(8, 0).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(body);
    body.setVisible(false);
    Label icon = new Label(body, SWT.NONE);
    icon.setImage(Icons.WARNING.image());
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
    text = new Label(body, SWT.WRAP);
    Layouts.wrap(text);
    Link away = new Link(body, SWT.NONE);
    away.setText(StudioMessages.notes_close);
    away.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show(List.of())));
    GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(away);
  }

  /** Shows sentences; nothing for none. */
  void show(List<String> sentences) {
    List<String> shown = sentences.subList(0, Math.min(MOST, sentences.size()));
    text.setText(Layouts.escaped(String.join("\n", shown)) + (sentences.size() > MOST ? "\n\u2026" : ""));
    text.setToolTipText(sentences.size() > MOST ? String.join("\n", sentences) : null);
    text.setData("notes", sentences);
    if (Layouts.show(body, !sentences.isEmpty())) {
      body.getParent().layout(true, true);
    }
  }
}
