package org.chasqui.platform.rest;

import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Reads and writes the native API's bodies with {@link Json#mapper()}. It names its media type, because Jackson's own
 * claim to all types loses to the more exact claim of the server's JSON-B.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JsonProvider extends JacksonJsonProvider {
    public JsonProvider() {
        super(Json.mapper());
        // An empty body is a mistake of the client, not a null for the resource.
        disable(JakartaRSFeature.ALLOW_EMPTY_INPUT);
    }
}
