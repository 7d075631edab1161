/**
 * The API of Botmaker (seed 002 and the published description of its version 2.0) over our own messages, templates and
 * campaigns. Clients change the base URL and the token, and nothing else.
 */
@NullMarked
package org.chasqui.api.botmaker;

import org.jspecify.annotations.NullMarked;
