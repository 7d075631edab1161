/** {@code /contact} and {@code /contact_groups}: the workspace's contacts, and its saved audiences as groups. */
@NullMarked
package org.chasqui.api.waabot.people;

import org.jspecify.annotations.NullMarked;
