/** What data looks like before anything is learned from it: columns, warnings, what is probably to be predicted. */
package org.archipelago.data.inspect;
