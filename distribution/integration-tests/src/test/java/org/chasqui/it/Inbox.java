package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** The inbox as an agent uses it, and the people who write to it. */
final class Inbox {
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                    + "rkJggg==");
    static final byte[] WEBP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    static final byte[] MP4 = bytes("\0\0\0\u0018ftypmp42\0\0\0\0isommp42");
    static final byte[] OGG = bytes("OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u0013OpusHead");
    static final byte[] PDF = bytes("%PDF-1.7\n");

    private final Api api;
    private final Meta meta;
    private final String number;

    Inbox(Product product) {
        api = Api.of(product);
        meta = new Meta(product);
        number = Sending.firstNumber(api);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    Api api() {
        return api;
    }

    String number() {
        return number;
    }

    /** A person writes a text; answers its wamid. */
    String writes(String person, String text) {
        return does(person, "{\"text\":\"" + text + "\"}").get("wamid").asText();
    }

    /** A person does something, described as the control API of the sandbox wants it. */
    JsonNode does(String person, String deed) {
        return meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", deed)
                .ok();
    }

    /** A person writes a text; comes back when we have it. */
    void hasWritten(String person, String text) {
        writes(person, text);
        awaitInbound(person, "text");
    }

    /** Waits for something of a type that a person has sent; answers our id of it. */
    String awaitInbound(String person, String type) {
        return Api.await(
                type + " of " + person,
                () -> StreamSupport.stream(
                                api.get("/whatsapp/messages?direction=inbound&to=" + person)
                                        .ok()
                                        .spliterator(),
                                false)
                        .filter(message -> message.get("type").asText().equals(type))
                        .map(message -> message.get("id").asText())
                        .findFirst());
    }

    /** The thread of a person who has written, as soon as it is live. */
    Page open(Browser browser, String person) {
        var inbox = browser.admin();
        inbox.navigate("/console/inbox.xhtml?c=" + conversation(person));
        assertThat(inbox.locator("[data-live-sign]")).hasText("live");
        return inbox;
    }

    String conversation(String person) {
        return Conversations.with(api, person);
    }

    /** The person's phone. */
    Page phone(Browser browser, String person) {
        return browser.phone(number, person);
    }

    static void answer(Page inbox, String text) {
        inbox.locator("#composer\\:text").fill(text);
        inbox.locator("#composer\\:text").press("Enter");
        assertThat(inbox.locator("#composer\\:text")).hasValue("");
    }

    static void attach(Page inbox, String name, String mime, byte[] bytes) {
        inbox.locator("#attach").setInputFiles(new FilePayload(name, mime, bytes));
        assertThat(inbox.locator("#composer\\:send")).isEnabled();
        assertThat(inbox.locator("[data-file-name]")).hasText(name);
    }

    static Locator bubble(Page inbox, String text) {
        return inbox.locator(".bubble-row")
                .filter(new Locator.FilterOptions()
                        .setHas(inbox.locator(".bubble-text").filter(new Locator.FilterOptions().setHasText(text))));
    }
}
