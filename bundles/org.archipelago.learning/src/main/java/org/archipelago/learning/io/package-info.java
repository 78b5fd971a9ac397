/** Models as files. */
package org.archipelago.learning.io;
