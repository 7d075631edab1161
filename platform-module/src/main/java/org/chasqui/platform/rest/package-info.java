/** Conventions of the native REST API: caller, scopes, errors, limits, idempotency, paging. */
@NullMarked
package org.chasqui.platform.rest;

import org.jspecify.annotations.NullMarked;
