package org.chasqui.platform.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The apps that get the webhooks of a WABA. */
public record SubscribedApps(@Nullable List<Entry> data) {
    /**
     * One app.
     *
     * @param overrideCallbackUri where its webhooks go instead of the app's own address; null when there is none
     */
    public record Entry(
            @Nullable App whatsappBusinessApiData, @Nullable String overrideCallbackUri) {}

    /** The app at Meta. */
    public record App(@Nullable String id, @Nullable String name) {}

    /** The entry of an app; null when it is not subscribed. */
    public @Nullable Entry of(String appId) {
        if (data == null) {
            return null;
        }
        return data.stream()
                .filter(entry -> entry.whatsappBusinessApiData() != null
                        && appId.equals(entry.whatsappBusinessApiData().id()))
                .findFirst()
                .orElse(null);
    }
}
