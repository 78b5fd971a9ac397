package org.archipelago.ui.common;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IMemento;

/**
 * Columns that share a table's width by weight. Once the user has made one wider or narrower, their shares
 * are kept from one start to the next.
 */
public final class RememberedColumns extends TableColumnLayout {

  private static final String BETWEEN = ",";

  private int[] kept = {};
  private boolean changed;

  /**
   * A column that has the share it had at the last start, if it had one.
   *
   * @param weight its share where none is kept for it
   * @param narrowest never narrower than that many points
   */
  public void add(TableColumn column, int weight, int narrowest) {
    int place = column.getParent().indexOf(column);
    boolean late = kept.length > 0 && place >= kept.length;
    int share = place < kept.length ? kept[place] : late ? narrowest : weight;
    setColumnData(column, new ColumnWeightData(share, narrowest, true));
  }

  /** Changes how narrow a column may be, unless the user has said how wide columns are to be. */
  public void widen(Table table, int index, int narrowest) {
    if (!changed) {
      int weight = ((ColumnWeightData) getLayoutData(table, index)).weight;
      add(table.getColumn(index), weight, narrowest);
    }
  }

  @Override
  protected void updateColumnData(Widget column) {
    changed = true;
    super.updateColumnData(column);
  }

  /** Writes the widths under that key, if the user has changed one. */
  public void save(Table table, IMemento state, String key) {
    if (changed) {
      state.putString(
          key,
          Arrays.stream(table.getColumns())
              .map(column -> Integer.toString(column.getWidth()))
              .collect(Collectors.joining(BETWEEN)));
    }
  }

  /**
   * Gives the columns the shares that were saved, by their place. There may be more or fewer columns than
   * there were then, since some are there for some contents only; those that come later have theirs as well.
   */
  public void restore(Table table, IMemento state, String key) {
    String saved = state.getString(key);
    if (saved == null || !saved.matches("[1-9]\\d{0,4}(,[1-9]\\d{0,4})*")) {
      return;
    }
    kept = Arrays.stream(saved.split(BETWEEN)).mapToInt(Integer::parseInt).toArray();
    for (int i = 0; i < table.getColumnCount(); i++) {
      ColumnWeightData data = (ColumnWeightData) getLayoutData(table, i);
      add(table.getColumn(i), data.weight, data.minimumWidth);
    }
    changed = true;
  }
}
