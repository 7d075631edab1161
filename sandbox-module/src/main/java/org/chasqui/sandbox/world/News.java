package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Tells the callback what becomes of accounts, numbers and templates, in the shape of Meta's webhooks. What is not
 * acknowledged stands in the catalog, so it survives a kill.
 */
public final class News {

    private static final System.Logger LOG = System.getLogger(News.class.getName());

    private final World world;

    News(World world) {
        this.world = world;
    }

    /**
     * Tells news of an account.
     *
     * @param field name of the subscription in Meta's words, for example {@code message_template_status_update}
     * @param value Meta's value for that field
     * @throws IOException when the catalog cannot be written; then nothing is told
     */
    public void tell(Waba waba, String field, JsonNode value) throws IOException {
        Notice notice = new Notice(
                world.nextSeq(),
                waba.id(),
                field,
                value.deepCopy(),
                world.clock().millis());
        world.catalog().add(notice);
        world.catalog().save();
        world.log()
                .add(
                        notice.at(),
                        LiveLog.Kind.ACCOUNT,
                        "",
                        "",
                        field,
                        value.path("event").asText(waba.name()),
                        -1);
        submit(waba, notice);
    }

    /** Goes on after a restart with what nobody has acknowledged. */
    void resume() {
        for (Notice notice : world.catalog().notices()) {
            Waba waba = world.catalog().waba(notice.waba());
            if (waba == null) {
                world.catalog().remove(notice);
            } else {
                submit(waba, notice);
            }
        }
    }

    /** Told: the callback has answered 200, or there is none. */
    void acknowledged(Notice notice) {
        try {
            if (world.catalog().remove(notice)) {
                world.catalog().save();
            }
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The sandbox cannot note acknowledged news: they come again after a restart",
                    e);
        }
    }

    private void submit(Waba waba, Notice notice) {
        world.callbacks().submit(new Update.NewsUpdate(waba, notice, 0));
    }
}
