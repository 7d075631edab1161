package org.chasqui.api.waabot.instances;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an instance beside its number.
 *
 * @param linkId the link by which its number is to be connected; null while nobody has asked for its QR code
 * @param leftNumberId our id of the number that it was logged out of; null when it was not
 */
public record Life(
        UUID instanceId, @Nullable UUID linkId, @Nullable UUID leftNumberId) {}
