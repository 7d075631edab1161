/**
 * Workspaces and the people who sign in to the dashboard. Passwords are kept as Argon2id hashes; an unknown e-mail costs
 * as much time as a wrong password.
 */
@NullMarked
package org.chasqui.platform.users;

import org.jspecify.annotations.NullMarked;
