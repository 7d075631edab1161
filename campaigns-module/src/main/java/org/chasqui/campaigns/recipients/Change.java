package org.chasqui.campaigns.recipients;

import java.util.UUID;

/** A recipient who has gone from one state into another. */
record Change(UUID campaignId, RecipientState from, RecipientState to) {}
