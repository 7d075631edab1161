/** The native API of API keys. */
@NullMarked
package org.chasqui.platform.keys.rest;

import org.jspecify.annotations.NullMarked;
