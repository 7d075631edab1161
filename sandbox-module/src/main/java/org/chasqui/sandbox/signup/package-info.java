/** The window of Embedded Signup, as a browser sees it, and the script that opens it in place of Meta's SDK. */
@NullMarked
package org.chasqui.sandbox.signup;

import org.jspecify.annotations.NullMarked;
