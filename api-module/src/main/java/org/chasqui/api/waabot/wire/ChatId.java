package org.chasqui.api.waabot.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.api.waabot.Envelope.NotAtMeta;
import org.chasqui.messaging.messages.Recipient;
import org.chasqui.platform.failure.RequestFailed;

/** Whom a message is for, as clients of Waabot write it: digits, {@code …@s.whatsapp.net}, {@code …@c.us}. */
public final class ChatId {
    private static final String PERSON = "@s.whatsapp.net";
    private static final String HIDDEN = "@lid";
    private static final Pattern PERSONAL = Pattern.compile("(?i)@(s\\.whatsapp\\.net|c\\.us|lid)$");
    private static final Pattern DEVICE = Pattern.compile("(?<=[0-9])[:.][0-9]{1,3}$");
    /** A group of today has 18 digits that begin with 120363; an older one has the number of who made it and a time. */
    private static final Pattern GROUP = Pattern.compile("120363[0-9]{12,}|[0-9]{7,15}-[0-9]{9,11}");

    private ChatId() {}

    /**
     * The person that a chat is with: digits of a phone number, or a business-scoped user id.
     *
     * @param field how the client calls it
     * @throws RequestFailed VALIDATION_FAILED for what is nobody
     * @throws NotAtMeta for groups, broadcast lists and channels
     */
    public static String parse(String field, Optional<String> given) {
        var text = given.map(String::strip)
                .orElseThrow(() ->
                        RequestFailed.invalid(field, "is required: a phone number in international form, without +."));
        refuseOthers(text);
        var bare = PERSONAL.matcher(text).replaceFirst("");
        if (!Recipient.isUserId(bare)) {
            bare = DEVICE.matcher(bare).replaceFirst("");
        }
        try {
            return Recipient.parse(bare);
        } catch (RequestFailed nobody) {
            throw RequestFailed.invalid(
                    field, "must be a phone number in international form, for example 2349048988056.");
        }
    }

    /**
     * What the official API cannot reach is said to be so; nothing is pretended.
     *
     * @throws NotAtMeta for groups, broadcast lists and channels
     */
    public static void refuseOthers(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith("@g.us") || GROUP.matcher(lower).matches()) {
            throw new NotAtMeta("Groups of the WhatsApp app cannot be reached by the official API of WhatsApp: write to"
                    + " their members one by one.");
        }
        if (lower.endsWith("@broadcast") || lower.endsWith("@newsletter")) {
            throw new NotAtMeta("Broadcast lists and channels cannot be reached by the official API of WhatsApp: write"
                    + " to people one by one, or make a campaign.");
        }
    }

    /** How a person is written in answers and events. */
    public static String of(String peer) {
        return peer + (Recipient.isUserId(peer) ? HIDDEN : PERSON);
    }
}
