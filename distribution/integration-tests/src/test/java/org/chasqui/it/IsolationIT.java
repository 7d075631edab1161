package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A workspace never sees another's data, and a key never does more than its scopes. */
@ExtendWith(SharedProduct.class)
class IsolationIT {
    private final Product product;
    private final Api api;

    IsolationIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
    }

    @Test
    void noKeyOrAWrongOneIs401WithTheEnvelope() {
        for (var nobody : new Api[] {Api.anonymous(product), Api.of(product, "cm_guess"), Api.of(product, "")}) {
            var answer = nobody.get("/whatsapp/messages");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.errorCode()).isEqualTo("invalid_api_key");
            assertThat(answer.headers()).containsKey("x-request-id");
        }
    }

    @Test
    void aKeyWithoutTheScopeIs403() {
        var created = api.post("/keys", "{\"name\":\"reader\",\"scopes\":[\"whatsapp:read\"]}")
                .ok();
        var reader = Api.of(product, created.get("key").asText());
        var number = Sending.firstNumber(api);

        assertThat(reader.get("/whatsapp/messages").status()).isEqualTo(200);
        var refused = reader.post("/whatsapp/messages/template", Sending.template(number, "+14155550180"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("permission_denied");
        assertThat(refused.text()).contains("whatsapp:send");
    }

    @Test
    void aRevokedKeyIs401AtOnce() {
        var created = api.post("/keys", "{\"name\":\"short-lived\",\"scopes\":[\"whatsapp:read\"]}")
                .ok();
        var shortLived = Api.of(product, created.get("key").asText());
        assertThat(shortLived.get("/whatsapp/messages").status()).isEqualTo(200);

        api.delete("/keys/" + created.get("id").asText());

        assertThat(shortLived.get("/whatsapp/messages").status()).isEqualTo(401);
    }

    @Test
    void anotherWorkspaceSeesNothingOfThisOne() throws Exception {
        var number = Sending.firstNumber(api);
        var sent = api.with("Prefer", "wait=20")
                .post("/whatsapp/messages/template", Sending.template(number, "+14155550181"))
                .ok();
        var stranger = Api.of(product, keyOfAnotherWorkspace());

        assertThat(stranger.get("/whatsapp/messages").ok()).isEmpty();
        assertThat(stranger.get("/whatsapp/phone_numbers").ok()).isEmpty();
        assertThat(stranger.get("/whatsapp/accounts").ok()).isEmpty();
        for (var id : new String[] {sent.get("id").asText(), sent.get("wamid").asText()}) {
            assertThat(stranger.get("/whatsapp/messages/" + id).status()).isEqualTo(404);
            assertThat(stranger.delete("/whatsapp/messages/" + id).status()).isEqualTo(404);
            for (var decision : new String[] {"read", "resend", "give_up"}) {
                assertThat(stranger.post("/whatsapp/messages/" + id + "/" + decision, null)
                                .status())
                        .as(decision)
                        .isEqualTo(404);
            }
        }
        assertThat(stranger.get("/whatsapp/phone_numbers/" + number).status()).isEqualTo(404);
        var send = stranger.post("/whatsapp/messages/template", Sending.template(number, "+14155550181"));
        assertThat(send.status()).isEqualTo(422);
        assertThat(send.text()).contains("phone_number_id");
    }

    @Test
    void aKeyBoundToANumberUsesNoOther() {
        var number = Sending.firstNumber(api);
        var meta = new Meta(product);
        var account = meta.newAccount("Second account", "STANDARD");
        var other = account.at("/numbers/0/id").asText();
        meta.connect(api, account.get("id").asText());
        var created = api.post(
                        "/keys", "{\"name\":\"bound\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"}".formatted(number))
                .ok();
        var ofOther = api.with("Prefer", "wait=20")
                .post("/whatsapp/messages/template", Sending.template(other, "+14155550182"))
                .ok();
        var bound = Api.of(product, created.get("key").asText());

        assertThat(bound.post("/whatsapp/messages/template", Sending.template(number, "+14155550182"))
                        .status())
                .isEqualTo(200);
        assertThat(bound.get("/whatsapp/phone_numbers").ok()).hasSize(1);
        assertThat(bound.get("/whatsapp/messages?limit=100").ok())
                .allMatch(message -> message.get("phone_number_id").asText().equals(number));
        assertThat(bound.get("/whatsapp/messages/" + ofOther.get("id").asText()).status())
                .isEqualTo(404);
        assertThat(bound.post("/whatsapp/messages/template", Sending.template(other, "+14155550182"))
                        .status())
                .isEqualTo(403);
        assertThat(bound.post(
                                "/whatsapp/messages/batch",
                                "{\"messages\":[" + Sending.text(other, "+14155550182", "Hi") + "]}")
                        .ok()
                        .at("/results/0/error/code")
                        .asText())
                .isEqualTo("permission_denied");
        var reply =
                "{\"phone_number_id\":\"%s\",\"to\":\"+14155550182\",\"text\":\"Hi\",\"context\":{\"message_id\":\"%s\"}}"
                        .formatted(number, ofOther.get("id").asText());
        assertThat(bound.post("/whatsapp/messages", reply).text())
                .contains("context.message_id", "no message of this number");
        assertThat(bound.get("/keys").ok())
                .anyMatch(key -> key.get("id").equals(created.get("id")))
                .allMatch(key -> key.get("phone_number_id").equals(created.get("phone_number_id")));
        assertThat(bound.post("/keys", "{\"name\":\"wider\",\"scopes\":[\"*\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void noSecretIsReadableInTheDatabase() throws Exception {
        try (var connection = DriverManager.getConnection(
                        product.databaseUrl(), "chasqui", product.secret("database.password"));
                var rows = connection
                        .createStatement()
                        .executeQuery("select to_jsonb(a)::text from plt_account a union all"
                                + " select to_jsonb(k)::text from plt_api_key k union all"
                                + " select to_jsonb(u)::text from plt_user u")) {
            int count = 0;
            while (rows.next()) {
                count++;
                assertThat(rows.getString(1))
                        .doesNotContain(new Meta(product).credential("token"))
                        .doesNotContain(product.apiKey())
                        .doesNotContain(product.adminPassword());
            }
            assertThat(count).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void noSecretNoNumberAndNoTextIsInTheLog() throws Exception {
        var sent = api.post(
                        "/whatsapp/messages/template",
                        Sending.template(Sending.firstNumber(api), "+14155550183", "hello_chasqui", "\"Unmistakable\""))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "read");

        var log = log();

        assertThat(log).isNotEmpty();
        assertThat(log)
                .doesNotContain("14155550183")
                .doesNotContain("Unmistakable")
                .doesNotContain(product.apiKey())
                .doesNotContain(product.adminPassword())
                .doesNotContain(product.secret("database.password"))
                .doesNotContain(new Meta(product).credential("token"))
                .doesNotContain(new Meta(product).credential("app-secret"));
    }

    private String log() throws IOException {
        try (var files = Files.list(product.dataFolder().resolve("logs"))) {
            var text = new StringBuilder(product.output()
                    .lines()
                    .filter(line -> !line.contains("API key") && !line.contains("Password") && !line.startsWith("curl"))
                    .collect(Collectors.joining("\n")));
            for (var file : files.toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private String keyOfAnotherWorkspace() throws Exception {
        var secret = "cm_" + UUID.randomUUID() + UUID.randomUUID();
        var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        var workspace = UUID.randomUUID();
        try (var connection =
                DriverManager.getConnection(product.databaseUrl(), "chasqui", product.secret("database.password"))) {
            try (var statement = connection.prepareStatement(
                    "insert into plt_workspace (id, name, created_at) values (?, 'Other', now())")) {
                statement.setObject(1, workspace);
                statement.executeUpdate();
            }
            try (var statement = connection.prepareStatement(
                    "insert into plt_api_key (id, workspace_id, name, kind, prefix, secret_hash, scopes, created_by, created_at)"
                            + " values (?, ?, 'other', 'CHASQUI', 'cm_other', ?, '*', 'test', now())")) {
                statement.setObject(1, UUID.randomUUID());
                statement.setObject(2, workspace);
                statement.setBytes(3, hash);
                statement.executeUpdate();
            }
        }
        return secret;
    }
}
