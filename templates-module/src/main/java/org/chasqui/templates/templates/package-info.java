/** Message templates as Meta describes them. What Meta says overrides what we believed; messages ask here first. */
@NullMarked
package org.chasqui.templates.templates;

import org.jspecify.annotations.NullMarked;
