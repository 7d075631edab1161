/** The native REST resource of drafts. */
@NullMarked
package org.chasqui.templates.drafts.rest;

import org.jspecify.annotations.NullMarked;
