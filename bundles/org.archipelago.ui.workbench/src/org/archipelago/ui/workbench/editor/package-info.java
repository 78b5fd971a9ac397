/** The text editor of experiment files: checked while one types, mistakes marked at their lines. */
package org.archipelago.ui.workbench.editor;
