/**
 * The built-in stand-in for Meta's Cloud API. It ships in the same archive as the product but is another system: the
 * product reaches it over HTTP only, and it knows no class of the product.
 */
@NullMarked
package org.chasqui.sandbox;

import org.jspecify.annotations.NullMarked;
