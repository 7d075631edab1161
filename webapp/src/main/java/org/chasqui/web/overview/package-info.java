/** The first page: numbers and their health, today's counts, what needs a person, first steps. */
@NullMarked
package org.chasqui.web.overview;

import org.jspecify.annotations.NullMarked;
