/**
 * Privacy strategies: clipping, noise, and the ledger of what has been spent.
 */
package org.archipelago.privacy;
