/** Webhooks of customers: how they do, what was delivered, and asking for it again. */
@NullMarked
package org.chasqui.web.webhooks;

import org.jspecify.annotations.NullMarked;
