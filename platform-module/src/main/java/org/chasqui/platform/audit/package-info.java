/** The audit trail: who changed what. Written by plain SQL in the transaction of the change that it tells of. */
@NullMarked
package org.chasqui.platform.audit;

import org.jspecify.annotations.NullMarked;
