/** What belongs to the number itself: login, health, contacts check, profile. */
@NullMarked
package org.chasqui.api.dialog360.numbers;

import org.jspecify.annotations.NullMarked;
