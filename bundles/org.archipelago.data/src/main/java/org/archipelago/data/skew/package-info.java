/** How unlike the clients' classes and sizes are, and how unlike they would be by chance alone. */
package org.archipelago.data.skew;
