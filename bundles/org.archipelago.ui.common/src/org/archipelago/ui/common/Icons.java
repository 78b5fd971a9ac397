package org.archipelago.ui.common;

import java.util.Locale;
import org.archipelago.core.Problem;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The program's own icons, drawn as SVG and thus sharp at every scale. */
public enum Icons {
  EXPERIMENT,
  EXPERIMENTS,
  SAMPLE,
  FOLDER,
  RUN,
  RUNS,
  PAUSE,
  RESUME,
  STOP,
  EXPORT_MODEL,
  EXPORT_REPORT,
  REFRESH,
  MISTAKE,
  WARNING,
  READY,
  STATE_ACTIVE,
  STATE_PAUSED,
  STATE_COMPLETED,
  STATE_STOPPED,
  STATE_FAILED,
  CHART,
  ATTACKER,
  HELP,
  BACK,
  FORWARD,
  CONTENTS,
  PROBLEMS,
  PARTITION,
  BRUSH,
  LOCK,
  CLIENT_ADD,
  CLIENT_REMOVE,
  CLIENT_SPLIT,
  CLIENT_MERGE,
  RESEED,
  LOOK_CELLS,
  LOOK_BARS,
  LOOK_SHARES,
  ZOOM_IN,
  ZOOM_OUT,
  ZOOM_FIT,
  /** For the head of a wizard or dialog, 64 by 52 points. */
  BANNER;

  private static final String BUNDLE = "org.archipelago.ui.common";

  /** Of what has to be mended, or of a warning. */
  public static Icons of(Problem problem) {
    return problem.warning() ? WARNING : MISTAKE;
  }

  /** For actions, views and decorations, which make their own image. */
  public ImageDescriptor descriptor() {
    return ResourceLocator.imageDescriptorFromBundle(BUNDLE, path()).orElseThrow();
  }

  /** A shared image of 16 points; must not be disposed. Call it on the UI thread. */
  public Image image() {
    ImageRegistry registry = JFaceResources.getImageRegistry();
    String key = BUNDLE + "/" + path();
    if (registry.getDescriptor(key) == null) {
      registry.put(key, descriptor());
    }
    return registry.get(key);
  }

  private String path() {
    return "icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
  }
}
