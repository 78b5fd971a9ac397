/** The workbench as a user meets it: what can be seen and done, without the widgets behind it. */
package org.archipelago.ui.tests.pages;
