/**
 * What the coordinator of a session and a remote participant say to each other: invitations, messages in
 * JSON, models and updates as safetensors.
 */
package org.archipelago.protocol;
