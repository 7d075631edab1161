package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.meta.MessageRules;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Throughput;
import org.chasqui.sandbox.world.Waba;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** What control resources share: finding things, reading bodies, writing answers. */
final class ControlCall {

    private ControlCall() {}

    static World world(Sandbox sandbox) {
        World world = sandbox.world();
        if (world == null) {
            throw new ControlRefused(503, "unavailable", sandbox.reason());
        }
        return world;
    }

    static Waba waba(World world, String id) {
        Waba waba = world.catalog().waba(id);
        if (waba == null) {
            throw ControlRefused.notFound("account", id);
        }
        return waba;
    }

    static BusinessNumber number(World world, String id) {
        BusinessNumber number = world.catalog().number(id);
        if (number == null) {
            throw ControlRefused.notFound("phone number", id);
        }
        return number;
    }

    static ObjectNode body(byte[] raw, Set<String> known) {
        if (raw.length == 0) {
            return Json.object();
        }
        if (!(Json.read(raw) instanceof ObjectNode object)) {
            throw ControlRefused.invalid("The body must be a JSON object");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw ControlRefused.invalid(
                        "Unknown field " + name + "; known are " + String.join(", ", new TreeSet<>(known)));
            }
        });
        return object;
    }

    static String required(JsonNode body, String field) {
        String text = body.path(field).asText();
        if (text.isBlank()) {
            throw ControlRefused.invalid("The field " + field + " is required");
        }
        return text;
    }

    static String digits(String number) {
        String digits = MessageRules.waId(number);
        if (digits.isEmpty()) {
            throw ControlRefused.invalid(number + " is not a phone number in international form");
        }
        return digits;
    }

    /** A phone number, or the business-scoped user id of someone who hides it: {@code US.13491208655302741918}. */
    static String person(String given) {
        return given.matches("[A-Z]{2}\\.[A-Za-z0-9.]{1,128}") ? given : digits(given);
    }

    static @Nullable Throughput throughput(JsonNode level) {
        if (level.isMissingNode()) {
            return null;
        }
        try {
            return Throughput.valueOf(level.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ControlRefused.invalid("throughput is one of STANDARD, HIGH, COEXISTENCE, UNLIMITED");
        }
    }

    static Response json(int status, JsonNode body) {
        return Response.status(status)
                .type("application/json; charset=UTF-8")
                .header("Cache-Control", "no-store")
                .entity(Json.bytes(body))
                .build();
    }

    static Response json(JsonNode body) {
        return json(200, body);
    }
}
