/**
 * Secrets at rest. A ciphertext is bound to the table, the column and the row that it was made for, so that whoever can
 * write to the database cannot move a token to an account of their own.
 */
@NullMarked
package org.chasqui.platform.secrets;

import org.jspecify.annotations.NullMarked;
