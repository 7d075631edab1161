/** The native API of accounts and numbers. */
@NullMarked
package org.chasqui.platform.accounts.rest;

import org.jspecify.annotations.NullMarked;
