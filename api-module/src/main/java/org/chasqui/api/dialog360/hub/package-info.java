/**
 * The API that 360dialog has for its partners, which manage numbers and their keys: a dialect of its own, for its keys stand for a
 * workspace and not for a number.
 */
@NullMarked
package org.chasqui.api.dialog360.hub;

import org.jspecify.annotations.NullMarked;
