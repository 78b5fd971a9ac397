package org.archipelago.ui.workbench.editor;

import java.util.function.Supplier;
import org.archipelago.core.catalog.Catalog;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DefaultTextHover;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.DefaultAnnotationHover;
import org.eclipse.jface.text.source.IAnnotationHover;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;

/** Colours, hovers, completions and indentation of experiment files. */
final class ExperimentViewerConfiguration extends SourceViewerConfiguration {

  private static final int SPACES_OF_A_TAB = 2;

  private final YamlScanner scanner = new YamlScanner();
  private final Supplier<Catalog> catalog;

  ExperimentViewerConfiguration(Supplier<Catalog> catalog) {
    this.catalog = catalog;
  }

  /** Takes the colours that go with the theme. */
  void colour(SourceViewer viewer) {
    scanner.colour(viewer.getTextWidget());
    viewer.invalidateTextPresentation();
  }

  @Override
  public IContentAssistant getContentAssistant(ISourceViewer viewer) {
    ContentAssistant assistant = new ContentAssistant();
    assistant.setContentAssistProcessor(new ExperimentAssist(catalog), IDocument.DEFAULT_CONTENT_TYPE);
    assistant.setInformationControlCreator(DefaultInformationControl::new);
    return assistant;
  }

  @Override
  public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
    PresentationReconciler reconciler = new PresentationReconciler();
    scanner.colour(viewer.getTextWidget());
    DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner);
    reconciler.setDamager(repairer, IDocument.DEFAULT_CONTENT_TYPE);
    reconciler.setRepairer(repairer, IDocument.DEFAULT_CONTENT_TYPE);
    return reconciler;
  }

  @Override
  public IAnnotationHover getAnnotationHover(ISourceViewer viewer) {
    return new DefaultAnnotationHover();
  }

  @Override
  public IAnnotationHover getOverviewRulerAnnotationHover(ISourceViewer viewer) {
    return new DefaultAnnotationHover();
  }

  @Override
  public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
    return new DefaultTextHover(viewer);
  }

  @Override
  public int getTabWidth(ISourceViewer viewer) {
    return SPACES_OF_A_TAB;
  }

  @Override
  public String[] getDefaultPrefixes(ISourceViewer viewer, String contentType) {
    return new String[] {"#", ""};
  }
}
