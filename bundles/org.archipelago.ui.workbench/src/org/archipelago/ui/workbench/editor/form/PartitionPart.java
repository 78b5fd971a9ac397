package org.archipelago.ui.workbench.editor.form;

import java.util.Arrays;
import java.util.List;
import org.archipelago.core.DatasetSummary;
import org.archipelago.core.DatasetSummary.ClientSummary;
import org.archipelago.core.Language;
import org.archipelago.engine.Forecast;
import org.archipelago.results.Format;
import org.archipelago.results.RecordedWords;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** How the rows lie on the clients: in words and as a picture. */
final class PartitionPart {

  private static final int HEIGHT = 240;
  private static final int TALL = 380;

  private final Label words;
  private final PartitionPicture picture;
  private final Label notes;

  /**
   * @param whole whether it has the page to itself
   * @param studio opens the partition studio
   */
  PartitionPart(Composite parent, boolean whole, Runnable studio) {
    words = Layouts.quiet(parent, Messages.Partition_waiting);
    Link open = new Link(parent, SWT.NONE);
    open.setText(Messages.Partition_studio);
    open.setToolTipText(Messages.Partition_studioToolTip);
    open.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> studio.run()));
    GridDataFactory.fillDefaults().applyTo(open);
    picture = new PartitionPicture(parent);
    GridDataFactory.fillDefaults()
        .grab(true, whole)
        .hint(SWT.DEFAULT, whole ? TALL : HEIGHT)
        .applyTo(picture);
    notes = Layouts.quiet(parent, "");
    Layouts.show(notes, whole);
  }

  void show(Forecast forecast) {
    DatasetSummary data = forecast.data();
    Layouts.setText(words, words(data));
    picture.show(data);
    Layouts.setText(notes, String.join("\n", RecordedWords.in(Language.current(), data.notes())));
  }

  private static String words(DatasetSummary data) {
    long[] rows = data.clients().stream().mapToLong(ClientSummary::rows).sorted().toArray();
    List<String> counts =
        Arrays.stream(new long[] {rows[0], rows[rows.length / 2], rows[rows.length - 1]})
            .mapToObj(Format::count)
            .toList();
    return NLS.bind(
        Messages.Partition_words,
        new Object[] {
          Format.count(rows.length),
          Format.count(data.trainingRows()),
          counts.get(0),
          counts.get(1),
          counts.get(2),
          Format.count(data.testRows())
        });
  }
}
