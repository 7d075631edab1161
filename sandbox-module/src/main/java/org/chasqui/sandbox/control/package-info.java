/**
 * The control API: for the phone page, for tests and for whoever wants to see what the simulated world is doing. Not part
 * of what Meta has.
 */
@NullMarked
package org.chasqui.sandbox.control;

import org.jspecify.annotations.NullMarked;
