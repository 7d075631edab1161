/** WABAs, their phone numbers and tokens: who may send from where. */
@NullMarked
package org.chasqui.platform.accounts;

import org.jspecify.annotations.NullMarked;
