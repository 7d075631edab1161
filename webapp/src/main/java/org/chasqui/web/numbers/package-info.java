/** The pages of numbers: the list, one number with its health, profile and history. */
@NullMarked
package org.chasqui.web.numbers;

import org.jspecify.annotations.NullMarked;
