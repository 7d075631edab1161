/**
 * What a reviewer at Meta is likely to object to, said before the template is handed in. Each rule is a small class of
 * pure code with a name that never changes.
 */
@NullMarked
package org.chasqui.templates.lint;

import org.jspecify.annotations.NullMarked;
