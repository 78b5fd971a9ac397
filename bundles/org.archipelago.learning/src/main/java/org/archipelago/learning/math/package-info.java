/** Elementary functions as fixed sequences of +, −, ×, ÷, fma and bit operations. */
package org.archipelago.learning.math;
