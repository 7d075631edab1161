package org.chasqui.platform.rest;

import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;

/** Reads and writes the native API's bodies with {@link Json#mapper()}. */
public class JsonProvider extends JacksonJsonProvider {
    public JsonProvider() {
        super(Json.mapper());
        // An empty body is a mistake of the client, not a null for the resource.
        disable(JakartaRSFeature.ALLOW_EMPTY_INPUT);
    }
}
