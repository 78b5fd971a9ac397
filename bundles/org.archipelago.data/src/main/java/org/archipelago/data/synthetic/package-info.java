/** Data that is generated instead of read, with known properties and without anybody behind it. */
package org.archipelago.data.synthetic;
