/**
 * Meta's Graph API over HTTP. Sends take a short way through a filter, which costs a third of JAX-RS; everything else is
 * JAX-RS. Whatever goes wrong is answered in Meta's error envelope.
 */
@NullMarked
package org.chasqui.sandbox.graph;

import org.jspecify.annotations.NullMarked;
