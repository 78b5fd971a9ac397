/**
 * The coordinator's side of a session: an embedded Jetty that remote participants talk to. The only
 * bundle that knows Jetty.
 */
package org.archipelago.server;
