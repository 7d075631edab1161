/** What is asked of Meta itself: numbers, accounts, templates, and what hangs on them. */
@NullMarked
package org.chasqui.api.graph.nodes;

import org.jspecify.annotations.NullMarked;
