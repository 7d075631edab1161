package org.chasqui.api.dialog360.hub;

import org.chasqui.api.dialects.Client;
import org.chasqui.platform.keys.ApiKeyView;

/**
 * Whoever manages numbers: here that is a workspace.
 *
 * @param key that it has shown
 */
record Partner(Client client, ApiKeyView key) {}
