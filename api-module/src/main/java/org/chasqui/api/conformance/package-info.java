/** What the documentation of each gateway promises and which test shows it, as the build has found it. */
@NullMarked
package org.chasqui.api.conformance;

import org.jspecify.annotations.NullMarked;
