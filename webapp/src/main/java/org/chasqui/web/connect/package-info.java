/** Connecting numbers: the runs of the onboarding as pages show them, Meta's window, and the page of a link. */
@NullMarked
package org.chasqui.web.connect;

import org.jspecify.annotations.NullMarked;
