package org.chasqui.messaging.media;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a person that is to be fetched.
 *
 * @param sha256 as Meta's webhook wrote it, in Base64 or hexadecimal; empty when it did not
 * @param attempt the number of this try, from 1
 */
record FetchJob(UUID assetId, UUID numberId, String metaId, String sha256, int attempt, Instant giveUpAt) {}
