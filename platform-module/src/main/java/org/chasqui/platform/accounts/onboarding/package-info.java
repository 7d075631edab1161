/**
 * How WhatsApp accounts come in: a saga whose steps are each on disk before and after their call to Meta, so that it can
 * be retried, repeated by a button, and continued after a crash. Every step looks at Meta first and acts only when what
 * it wants is not there yet. A number is told to the rest of the gateway by the last step and by no other.
 */
@NullMarked
package org.chasqui.platform.accounts.onboarding;

import org.jspecify.annotations.NullMarked;
