package org.archipelago.ui.workbench.session;

import org.archipelago.core.Experiment;

/**
 * What a session is to be opened for.
 *
 * @param experiment free of mistakes
 * @param text its file
 * @param origin what it is opened from, as in {@link org.archipelago.ui.workbench.run.RunOrigins}
 */
record SessionRequest(Experiment experiment, String text, String origin) {}
