/**
 * API keys. Only the SHA-256 of a secret is stored: the secrets are random and long, so a slow hash would cost every
 * request and protect nothing.
 */
@NullMarked
package org.chasqui.platform.keys;

import org.jspecify.annotations.NullMarked;
