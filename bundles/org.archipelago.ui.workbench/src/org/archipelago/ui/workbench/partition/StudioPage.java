package org.archipelago.ui.workbench.partition;

import org.eclipse.swt.widgets.Control;

/** A page of the studio. */
interface StudioPage {

  String title();

  Control control();

  /** Shows the partition as it is; when the page comes to the front. */
  void show();

  void setFocus();

  /** Ends what is under way for the page. */
  default void dispose() {}
}
