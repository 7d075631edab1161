/** Signing in to the dashboard and out of it, on Jakarta Security. */
@NullMarked
package org.chasqui.web.login;

import org.jspecify.annotations.NullMarked;
