package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A business whose number a bot answers, with an AI that the sandbox plays or a server of its own, and the people who write. */
final class Bakery {
    static final String KNOWLEDGE = "We open at 7 and close at 19, on Sundays at 13. Bread with walnuts costs 4.20.";
    static final String PROMPT = "You are Inti, the assistant of the bakery Sol. Be warm and short, and never tell"
            + " anybody that the owner wants to sell the shop in spring.";
    static final String FALLBACK = "A colleague will answer you soon.";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static JsonNode account;

    private final Api api;
    private final Meta meta;
    private final String number;

    Bakery(Product product) {
        api = Api.of(product);
        meta = new Meta(product);
        number = account(api, meta).at("/numbers/0/id").asText();
    }

    private static synchronized JsonNode account(Api api, Meta meta) {
        if (account == null) {
            account = meta.newAccount("Bakery", "UNLIMITED");
            meta.connect(api, account.get("id").asText());
        }
        return account;
    }

    /** Address, key and models of the AI that the sandbox plays, and what it was asked. */
    JsonNode provider() {
        return meta.control().get("/ai").ok();
    }

    private static ObjectNode bot(String kind) {
        return MAPPER.createObjectNode()
                .put("name", "Inti")
                .put("kind", kind)
                .put("default_message", FALLBACK)
                .put("default_message_enabled", true)
                .put("default_pause_seconds", 0)
                .put("debounce_seconds", 0);
    }

    /** A bot with one of the sandbox's models. */
    ObjectNode ai(String model) {
        var provider = provider();
        var bot = bot("ai");
        bot.putObject("ai")
                .put("base_url", provider.get("base_url").asText())
                .put("key", provider.get("key").asText())
                .put("model", model)
                .put("system_prompt", PROMPT)
                .put("knowledge", KNOWLEDGE)
                .put("timeout_seconds", 20);
        return bot;
    }

    /** A bot that asks a server of the customer's. */
    ObjectNode external(Answering server, String secret) {
        var bot = bot("webhook");
        bot.putObject("external").put("url", server.url()).put("secret", secret).put("timeout_seconds", 2);
        return bot;
    }

    /** Makes a bot that answers on the number; answers its id. */
    String linked(ObjectNode wish) {
        var id = api.post("/whatsapp/bots", wish.toString()).ok().get("id").asText();
        var phone = "/whatsapp/phone_numbers/" + number;
        api.post(phone + "/link-bot", "{\"bot_id\":\"%s\"}".formatted(id)).ok();
        api.post(phone + "/autoreply", "{\"enabled\":true}").ok();
        return id;
    }

    /** The number as the API prints it. */
    JsonNode phoneNumber() {
        return api.get("/whatsapp/phone_numbers/" + number).ok();
    }

    void called(String person, String name) {
        meta.control()
                .put(people(person), MAPPER.createObjectNode().put("name", name).toString())
                .ok();
    }

    void writes(String person, String text) {
        meta.control()
                .post(
                        people(person) + "/messages",
                        MAPPER.createObjectNode().put("text", text).toString())
                .ok();
    }

    private String people(String person) {
        return "/numbers/" + number + "/people/" + person;
    }

    private List<JsonNode> answers(String person) {
        var messages = meta.control().get(people(person) + "/messages").ok().path("messages");
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.get("direction").asText().equals("to_phone"))
                .toList();
    }

    /** How many answers have arrived on a phone. */
    int answered(String person) {
        return answers(person).size();
    }

    /** The text of the n-th answer that arrives on a phone. */
    String answerTo(String person, int place) {
        return Api.await(
                        "answer " + place + " to " + person,
                        () -> Optional.of(answers(person)).filter(all -> all.size() >= place))
                .get(place - 1)
                .path("text")
                .asText();
    }

    /** The latest decision about what a person wrote, as soon as there is one. */
    JsonNode decision(String person) {
        var path = "/whatsapp/conversations/" + conversation(person) + "/decisions";
        return Api.await("a decision about " + person, () -> {
            var list = api.get(path).ok();
            return list.isEmpty() ? Optional.empty() : Optional.of(list.get(0));
        });
    }

    /** Our id of the conversation with a person. */
    String conversation(String person) {
        return Conversations.with(api, person);
    }
}
