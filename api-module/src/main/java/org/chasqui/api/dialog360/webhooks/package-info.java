/** Where notifications go, and how they are worded. */
@NullMarked
package org.chasqui.api.dialog360.webhooks;

import org.jspecify.annotations.NullMarked;
