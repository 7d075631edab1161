/** {@code /users}: who calls. */
@NullMarked
package org.chasqui.api.waabot.users;

import org.jspecify.annotations.NullMarked;
