package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sample file of a header while it is being chosen: one of ours, or what Meta has of it. */
public final class MediaField implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern OURS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private String handle = "";
    private String fileName = "";

    /** Reads a header of a template. */
    void read(JsonNode header) {
        handle = header.at("/example/header_handle/0").asText("");
        fileName = "";
    }

    /** Writes the sample into a header; nothing when there is none. */
    void write(ObjectNode header) {
        if (!handle.isEmpty()) {
            header.putObject("example").putArray("header_handle").add(handle);
        }
    }

    /** The id of our file; null without one. */
    static @Nullable String own(String handle) {
        return OURS.matcher(handle).matches() ? handle : null;
    }

    public boolean isFiled() {
        return !handle.isEmpty();
    }

    /** The id of our file, which can be shown; null when Meta has it. */
    public @Nullable String getOwn() {
        return own(handle);
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(@Nullable String handle) {
        this.handle = handle == null ? "" : handle.strip();
    }

    public String getFileName() {
        return fileName;
    }

    public void setFileName(@Nullable String fileName) {
        this.fileName = fileName == null ? "" : fileName;
    }
}
