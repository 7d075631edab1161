/** What people see of a number and may do with it: its business profile, links, ice breakers, and whom it has blocked. */
@NullMarked
package org.chasqui.platform.accounts.profile;

import org.jspecify.annotations.NullMarked;
