package org.chasqui.web.bots;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A file of ours in a form: the script of the page keeps it and writes its id here. */
public final class FileField implements Serializable {
    private static final long serialVersionUID = 1L;

    private String handle = "";
    private String fileName = "";

    public boolean isFiled() {
        return !handle.isEmpty();
    }

    /** The id of our file; null without one. */
    public @Nullable String getOwn() {
        return handle.isEmpty() ? null : handle;
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
