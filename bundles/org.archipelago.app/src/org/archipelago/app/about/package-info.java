/** What this program is, what it consists of, and what it has logged. */
package org.archipelago.app.about;
