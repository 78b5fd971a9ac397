/** Small helpers for SWT and JFace that every bundle of the user interface shares. */
package org.archipelago.ui.common;
