/**
 * The form pages of the experiment editor: made from the components' descriptors, every change an edit of
 * the text, and beside them what the run would be like.
 */
package org.archipelago.ui.workbench.editor.form;
