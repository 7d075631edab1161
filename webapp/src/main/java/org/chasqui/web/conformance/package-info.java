/** The page that says what other gateways promise and which test shows it here. */
@NullMarked
package org.chasqui.web.conformance;

import org.jspecify.annotations.NullMarked;
