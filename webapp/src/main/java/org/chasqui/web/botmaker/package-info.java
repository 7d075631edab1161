/** What clients of Botmaker need in the dashboard: credentials, webhooks with their switches, and calls to try. */
@NullMarked
package org.chasqui.web.botmaker;

import org.jspecify.annotations.NullMarked;
