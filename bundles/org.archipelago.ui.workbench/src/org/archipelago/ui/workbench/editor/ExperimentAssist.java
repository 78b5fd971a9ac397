package org.archipelago.ui.workbench.editor;

import java.util.function.Supplier;
import org.archipelago.core.catalog.Catalog;
import org.archipelago.store.experiment.Completion;
import org.archipelago.store.experiment.Completions;
import org.archipelago.ui.common.Icons;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Offers the keys and values that can stand at the cursor. */
final class ExperimentAssist implements IContentAssistProcessor {

  private final Supplier<Catalog> catalog;

  ExperimentAssist(Supplier<Catalog> catalog) {
    this.catalog = catalog;
  }

  @Override
  public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
    return Completions.at(viewer.getDocument().get(), offset, catalog.get()).stream()
        .map(ExperimentAssist::proposal)
        .toArray(ICompletionProposal[]::new);
  }

  private static ICompletionProposal proposal(Completion completion) {
    return new CompletionProposal(
        completion.text(),
        completion.offset(),
        completion.length(),
        completion.text().length(),
        Icons.EXPERIMENT.image(),
        completion.label(),
        null,
        completion.help());
  }

  @Override
  public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
    return new IContextInformation[0];
  }

  @Override
  public char[] getCompletionProposalAutoActivationCharacters() {
    return new char[0];
  }

  @Override
  public char[] getContextInformationAutoActivationCharacters() {
    return new char[0];
  }

  @Override
  public String getErrorMessage() {
    return null;
  }

  @Override
  public IContextInformationValidator getContextInformationValidator() {
    return null;
  }
}
