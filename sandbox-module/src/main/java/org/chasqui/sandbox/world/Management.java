package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.jspecify.annotations.Nullable;

/** Changes of accounts, numbers, templates and tokens; each is on disk before it returns. */
public final class Management {

    private final World world;

    Management(World world) {
        this.world = world;
    }

    /** A new account with the usual templates; it has no numbers, is not subscribed, and every token of the app without a list of accounts sees it. */
    public Waba createWaba(String name) throws IOException {
        Waba waba = new Waba(newId(), name);
        FirstDay.giveTemplates(waba);
        world.catalog().add(waba);
        saved("account made", name);
        return waba;
    }

    /** A new connected number, registered without a PIN. */
    public BusinessNumber createNumber(Waba waba, String digits, String verifiedName, Throughput level)
            throws IOException {
        BusinessNumber number = new BusinessNumber(newNumberId(waba), waba, digits, verifiedName, level);
        world.catalog().add(number);
        saved("number made", verifiedName + ", " + level);
        return number;
    }

    /** A number that came in by Embedded Signup: it must be registered, unless it stays in the WhatsApp Business app. */
    BusinessNumber addNewcomer(Waba waba, String digits, String verifiedName, boolean coexistence) throws IOException {
        Throughput level = coexistence ? Throughput.COEXISTENCE : Throughput.STANDARD;
        BusinessNumber number = new BusinessNumber(newNumberId(waba), waba, digits, verifiedName, level);
        number.shelf().onboarded(world.clock().millis());
        if (!coexistence) {
            number.registration().deregister();
        }
        world.catalog().add(number);
        saved("number signed up", verifiedName);
        return number;
    }

    /**
     * Changes how a number stands with the registration.
     *
     * @param pin becomes its PIN; null leaves it
     * @param verified whether a code was entered for it; null leaves it
     * @param tries how often it was registered in the last 72 hours; less than 0 leaves it
     */
    public void prepare(BusinessNumber number, @Nullable String pin, @Nullable Boolean verified, int tries)
            throws IOException {
        number.registration().prepare(pin, verified, tries, world.clock().millis());
        saved("registration prepared", number.verifiedName());
    }

    /** Takes two-step verification away, as its owner does in WhatsApp Manager. */
    public void forgetPin(BusinessNumber number) throws IOException {
        number.registration().forgetPin();
        saved("PIN forgotten", number.verifiedName());
    }

    /** Removes an account with its numbers. */
    public void remove(Waba waba) throws IOException {
        world.catalog().remove(waba);
        saved("account removed", waba.name());
    }

    /** Subscribes the app to the webhooks of an account, or ends it; what waits goes to the new callback. */
    public void subscribe(Waba waba, boolean on, @Nullable String override) throws IOException {
        waba.subscribe(on, override);
        saved(on ? "webhooks subscribed" : "webhooks unsubscribed", override == null ? waba.name() : override);
        world.callbacks().reroute();
    }

    /** Turns the switches of an account; null leaves one as it is. */
    public void adjust(Waba waba, @Nullable Boolean pairLimit, @Nullable Integer batch, @Nullable Delays delays)
            throws IOException {
        if (pairLimit != null) {
            waba.limitPairs(pairLimit);
        }
        if (batch != null) {
            waba.batchWebhooks(batch);
        }
        if (delays != null) {
            waba.delay(delays);
        }
        saved("account adjusted", waba.name());
    }

    /** Changes a number; null leaves a property as it is. */
    public void adjust(BusinessNumber number, @Nullable Throughput level, @Nullable String status) throws IOException {
        if (level != null) {
            number.upgrade(level);
        }
        if (status != null) {
            number.become(status);
        }
        saved("number adjusted", number.verifiedName());
    }

    /** Registers a number: the failure, or null. */
    public @Nullable GraphFailure register(BusinessNumber number, String pin) throws IOException {
        GraphFailure failure = number.registration().register(pin, world.clock().millis());
        saved(failure == null ? "number registered" : "registration refused", number.verifiedName());
        return failure;
    }

    /** Takes a number off the platform: sends answer 133010 until it is registered again. */
    public void deregister(BusinessNumber number) throws IOException {
        number.registration().deregister();
        saved("number deregistered", number.verifiedName());
    }

    /** Replaces the given fields of the business profile. */
    public void show(BusinessNumber number, ObjectNode changes) throws IOException {
        ObjectNode profile = number.profile().deepCopy();
        profile.setAll(changes);
        number.show(profile);
        saved("profile changed", number.verifiedName());
    }

    /** Sets fields of a number's node by hand, by Graph's names. */
    public void set(BusinessNumber number, ObjectNode facts) throws IOException {
        facts.properties().forEach(fact -> number.shelf().set(fact.getKey(), fact.getValue()));
        saved("number adjusted", number.verifiedName());
    }

    /** Sets a field of an account's node by hand, by Graph's name. */
    public void set(Waba waba, String field, String value) throws IOException {
        waba.set(field, value);
        saved("account adjusted", waba.name());
    }

    /** A message link: a new one when {@code code} is null. */
    public String link(BusinessNumber number, @Nullable String code, String text) throws IOException {
        String known = code == null ? number.shelf().addLink(text) : code;
        number.shelf().changeLink(known, text);
        saved("message link", known);
        return known;
    }

    /** Removes a message link. */
    public void unlink(BusinessNumber number, String code) throws IOException {
        number.shelf().removeLink(code);
        saved("message link removed", code);
    }

    /** Blocks a person, or ends it. */
    public void block(BusinessNumber number, String person, boolean on) throws IOException {
        if (on) {
            number.shelf().block(person, world.clock().millis());
        } else {
            number.shelf().unblock(person);
        }
        saved(on ? "person blocked" : "person unblocked", number.verifiedName());
    }

    /** Sets ice breakers and commands. */
    public void showComponents(BusinessNumber number, ObjectNode components) throws IOException {
        number.shelf().show(components);
        saved("ice breakers and commands changed", number.verifiedName());
    }

    /** Brings accounts, numbers and templates to what a webhook is about to tell. */
    public void follow(Waba waba, @Nullable BusinessNumber number, String field, JsonNode value) throws IOException {
        new NewsEffects(this, world.catalog()).apply(waba, number, field, value);
    }

    /** Adds a template, or replaces the one of the same name and language. */
    public MessageTemplate put(Waba waba, JsonNode json) throws IOException {
        MessageTemplate known =
                waba.template(json.path("name").asText(), json.path("language").asText());
        ObjectNode complete = json.deepCopy();
        complete.put("id", known == null ? newId() : known.id());
        MessageTemplate template = MessageTemplate.fromJson(complete);
        waba.put(template);
        saved("template " + template.status(), template.name());
        return template;
    }

    /** A token with these rights; {@code lifetime} in milliseconds, 0 for ever. */
    public AccessToken issue(Set<String> scopes, Set<String> wabas, long lifetime) throws IOException {
        long now = world.clock().millis();
        StringBuilder value = new StringBuilder("EAA");
        ThreadLocalRandom.current().ints(60, 0, 36).forEach(digit -> value.append(Character.forDigit(digit, 36)));
        AccessToken token = new AccessToken(value.toString(), scopes, wabas, now, lifetime == 0 ? 0 : now + lifetime);
        world.catalog().add(token);
        saved("token issued", String.join(", ", scopes));
        return token;
    }

    /** Gives a person a name. */
    public void call(String person, String name) throws IOException {
        world.catalog().people().call(person, name);
        saved("person named", name);
    }

    /** Ends the service window of a person at once (until the next restart, which reads it from the journal again). */
    public void closeWindow(BusinessNumber number, String person) {
        number.closeWindow(person);
    }

    /** The credentials file rules: after it was replaced, its token must work. */
    void keepSystemToken(long now) throws IOException {
        if (world.catalog().token(world.app().systemToken()) == null) {
            world.catalog().add(FirstDay.systemToken(world.app(), now));
            world.catalog().save();
        }
    }

    /** The names of scopes that tokens can have. */
    public static List<String> scopes() {
        return List.of(AccessToken.MESSAGING, AccessToken.MANAGEMENT);
    }

    void saved(String title, String detail) throws IOException {
        world.catalog().save();
        world.log().add(world.clock().millis(), LiveLog.Kind.ACCOUNT, "", "", title, detail, -1);
    }

    /** Numbers of an account have rising ids, so that lists keep the order in which they were made. */
    private String newNumberId(Waba waba) {
        long last = world.catalog().numbersOf(waba).stream()
                .mapToLong(number -> Long.parseLong(number.id()))
                .max()
                .orElse(0);
        String next = Long.toString(last + ThreadLocalRandom.current().nextLong(1, 10_000));
        return last == 0
                        || world.catalog().waba(next) != null
                        || world.catalog().number(next) != null
                ? newId()
                : next;
    }

    String newId() {
        String id;
        do {
            id = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000_000L, 999_999_999_999_999L));
        } while (world.catalog().waba(id) != null || world.catalog().number(id) != null);
        return id;
    }
}
