/** The native REST resource of templates. */
@NullMarked
package org.chasqui.templates.templates.rest;

import org.jspecify.annotations.NullMarked;
