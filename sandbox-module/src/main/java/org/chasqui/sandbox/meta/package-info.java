/**
 * Meta's rules as pure functions: what a request must look like, what it costs, how fast one may send, what an error says.
 * Nothing here knows HTTP, files or threads, so each rule is tested by calling it.
 */
@NullMarked
package org.chasqui.sandbox.meta;

import org.jspecify.annotations.NullMarked;
