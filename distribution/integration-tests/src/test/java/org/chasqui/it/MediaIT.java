package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files, out and in: what a customer uploads reaches the phone byte for byte, and what a person sends reaches the customer. */
@ExtendWith(SharedProduct.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MediaIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0";

    private final Product product;
    private final Api api;
    private final Meta meta;
    private final String number;

    MediaIT(Product product) {
        this.product = product;
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.number = Sending.firstNumber(api);
    }

    @Test
    void everyKindReachesThePhoneByteForByte() throws Exception {
        var to = personWhoHasWritten("14155550300");
        var kinds = List.of("image", "document", "audio", "video");
        var heads = List.of(JPEG, "%PDF-1.7\n", "ID3\u0003\0\0\0\0\0\0", "\0\0\0\u0018ftypmp42\0\0\0\0isommp42");
        var names = List.of("photo.jpg", "invoice.pdf", "song.mp3", "film.mp4");
        for (int i = 0; i < kinds.size(); i++) {
            var bytes = unique(heads.get(i));
            var uploaded = upload(product.apiKey(), bytes, names.get(i), "application/octet-stream")
                    .ok();
            assertThat(uploaded.get("sha256").asText()).isEqualTo(sha256(bytes));
            assertThat(uploaded.get("filename").asText()).isEqualTo(names.get(i));

            send(kinds.get(i), uploaded.get("media_id").asText(), to);

            assertThat(atMeta(bytes)).as(kinds.get(i)).hasSize(1);
            assertThat(shown(to).path("type").asText()).isEqualTo(kinds.get(i));
        }
    }

    @Test
    void oneFileIsUploadedOnceHoweverOftenItIsSent() throws Exception {
        var to = personWhoHasWritten("14155550301");
        var bytes = unique(JPEG);
        var media = upload(product.apiKey(), bytes, "a.jpg", "image/jpeg")
                .ok()
                .get("media_id")
                .asText();

        var together = IntStream.range(0, 5)
                .parallel()
                .mapToObj(i -> personWhoHasWritten("1415555031" + i))
                .map(person -> post("image", media, person))
                .toList();
        together.forEach(id -> Sending.awaitStatus(api, id, "delivered", "read"));
        send("image", media, to);

        assertThat(atMeta(bytes)).hasSize(1);
    }

    @Test
    void anIdThatMetaHasForgottenIsMadeAnewByItself() throws Exception {
        var to = personWhoHasWritten("14155550302");
        var bytes = unique(JPEG);
        var media = upload(product.apiKey(), bytes, "a.jpg", "image/jpeg")
                .ok()
                .get("media_id")
                .asText();
        send("image", media, to);
        var first = atMeta(bytes).get(0).get("id").asText();

        Api.at(meta.graphUrl(), meta.credential("token")).delete("/" + first).ok();
        send("image", media, to);

        assertThat(atMeta(bytes))
                .hasSize(1)
                .noneMatch(item -> item.get("id").asText().equals(first));
    }

    @Test
    void whatIsDeletedCannotBeSentAndIsGoneAtMeta() throws Exception {
        var to = personWhoHasWritten("14155550303");
        var bytes = unique(JPEG);
        var media = upload(product.apiKey(), bytes, "a.jpg", "image/jpeg")
                .ok()
                .get("media_id")
                .asText();
        send("image", media, to);

        assertThat(api.delete("/whatsapp/media/" + media).status()).isEqualTo(204);

        assertThat(atMeta(bytes)).isEmpty();
        assertThat(api.get("/whatsapp/media/" + media).status()).isEqualTo(404);
        assertThat(api.get("/whatsapp/media/" + media + "/download").status()).isEqualTo(404);
        var refused = api.post("/whatsapp/messages/media", body("image", media, to));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("media_id");
    }

    @Test
    void aFileIsRefusedForAnotherKindOfMessage() {
        var to = personWhoHasWritten("14155550304");
        var media = upload(product.apiKey(), unique("%PDF-1.7\n"), "a.pdf", "application/pdf")
                .ok()
                .get("media_id")
                .asText();

        var refused = api.post("/whatsapp/messages/media", body("image", media, to));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("application/pdf").contains("media_id");
    }

    @Test
    void aPictureOfAPersonIsFetchedAndServedSafely() throws Exception {
        var bytes = unique(JPEG);
        var message = receive("14155550320", "image", bytes, "image/jpeg", "ignored.jpg");
        assertThat(message.get("type").asText()).isEqualTo("image");

        var media = awaitState(message.get("id").asText(), "stored");

        assertThat(media.get("sha256").asText()).isEqualTo(sha256(bytes));
        assertThat(media.get("direction").asText()).isEqualTo("inbound");
        var download = download(product.apiKey(), message.get("id").asText());
        assertThat(download.body()).isEqualTo(bytes);
        var headers = download.headers();
        assertThat(headers.firstValue("content-type")).contains("image/jpeg");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("content-security-policy"))
                .hasValueSatisfying(it -> assertThat(it).contains("sandbox"));
        assertThat(headers.firstValue("content-disposition"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
        // Meta's id leads to the same file.
        assertThat(api.get("/whatsapp/media/" + message.at("/content/id").asText())
                        .ok()
                        .get("media_id"))
                .isEqualTo(media.get("media_id"));
    }

    @Test
    void aVoiceMessageAndADocumentOfAPersonAreFetchedToo() throws Exception {
        var voice = unique("OggS\0\u0002");
        var id = receive("14155550321", "audio", voice, "audio/ogg", "")
                .get("id")
                .asText();
        awaitState(id, "stored");
        assertThat(download(product.apiKey(), id).body()).isEqualTo(voice);

        var page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        id = receive("14155550322", "document", page, "text/html", "..%2F..%2Fevil.html")
                .get("id")
                .asText();
        assertThat(awaitState(id, "stored").get("filename").asText()).isEqualTo("evil.html");
        assertThat(download(product.apiKey(), id).headers().firstValue("content-disposition"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
    }

    @Test
    void aPictureThatWasSentInTheBusinessAppIsFetchedToo() throws Exception {
        var bytes = unique(JPEG);
        var atMeta = receive("14155550324", "image", bytes, "image/jpeg", "")
                .at("/content/id")
                .asText();
        var post = new MetaPost(product, number);
        var echo = post.sample("smb_message_echoes/pywa__outgoing_message.text.json");
        var wamid = MetaPost.newWamid();
        var message = (ObjectNode) echo.at("/message_echoes/0");
        message.put("from", "15550100001")
                .put("to", "14155550325")
                .put("id", wamid)
                .put("type", "image");
        message.remove(List.of("text", "to_user_id", "to_parent_user_id"));
        message.putObject("image").put("id", atMeta).put("mime_type", "image/jpeg");
        ((ObjectNode) echo).remove("contacts");
        post.post("smb_message_echoes", echo);

        var seen = Api.await("the echo", () -> {
            var answer = api.get("/whatsapp/messages/" + wamid);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });
        assertThat(seen.get("direction").asText()).isEqualTo("outbound");
        awaitState(seen.get("id").asText(), "stored");
        assertThat(download(product.apiKey(), seen.get("id").asText()).body()).isEqualTo(bytes);
    }

    /** Before everything else, because it is asked for again and again, with growing pauses, until it counts as gone. */
    @BeforeAll
    static void somebodySendsAFileThatMetaDoesNotHave(Product product) {
        var raw = "{\"type\":\"raw\",\"message\":{\"type\":\"image\",\"image\":{\"id\":\"4242424242424242\","
                + "\"mime_type\":\"image/jpeg\",\"sha256\":\"\"}}}";
        new Meta(product)
                .control()
                .post("/numbers/" + Sending.firstNumber(Api.of(product)) + "/people/14155550323/messages", raw)
                .ok();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aFileThatMetaDoesNotHaveEndsAsGoneAndTheMessageStays() throws Exception {
        var id = awaitInbound("14155550323", "image").get("id").asText();

        assertThat(api.get("/whatsapp/media/" + id).ok().get("state").asText()).isIn("pending", "gone");
        var pending = api.get("/whatsapp/media/" + id + "/download");
        assertThat(pending.status()).isIn(409, 404);
        awaitState(id, "gone");
        assertThat(api.get("/whatsapp/media/" + id + "/download").status()).isEqualTo(404);
    }

    @Test
    void whatMetaWouldNotTakeIsRefusedWithTheReason() {
        var html = upload(product.apiKey(), bytes("<!DOCTYPE html><html></html>"), "a.jpg", "image/jpeg");
        assertThat(html.status()).isEqualTo(415);
        assertThat(html.errorCode()).isEqualTo("unsupported_media_type");
        assertThat(html.text()).contains("text/html").contains("image/jpeg");

        var zip = upload(product.apiKey(), bytes("PK\u0003\u0004\u0014\0\0\0"), "bomb.zip", "application/zip");
        assertThat(zip.status()).isEqualTo(415);

        var lie = upload(product.apiKey(), bytes("%PDF-1.7\n"), "a.jpg", "image/jpeg");
        assertThat(lie.status()).isEqualTo(415);
        assertThat(lie.text()).contains("application/pdf");

        var empty = upload(product.apiKey(), new byte[0], "a.jpg", "image/jpeg");
        assertThat(empty.status()).isEqualTo(422);

        var form = api.with("Content-Type", "multipart/form-data; boundary=x").post("/whatsapp/media", "no form");
        assertThat(form.status()).isEqualTo(422);
        assertThat(api.post("/whatsapp/media", "{}").status()).isEqualTo(415);
    }

    @Test
    void aFileOfFiveMegabytesTooManyIsRefusedAndNoneOfItStays() throws Exception {
        var picture = new byte[(5 << 20) + 1];
        System.arraycopy(bytes(JPEG), 0, picture, 0, JPEG.length());
        var refused = upload(product.apiKey(), picture, "large.jpg", "image/jpeg");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("5242880");

        var incoming = product.dataFolder().resolve("media/incoming").toFile();
        Api.await("nothing of it left", () -> Optional.of(incoming.list()).filter(files -> files.length == 0));
    }

    @Test
    void aHundredMegabytesPassThroughTheDiskAndMoreDoNot() {
        long hundred = 100L << 20;
        var document = upload(product.apiKey(), pdf(hundred), "large.pdf", "application/pdf")
                .ok();
        assertThat(document.get("size").asLong()).isEqualTo(hundred);

        var refused = upload(product.apiKey(), pdf(hundred + 1), "larger.pdf", "application/pdf");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.errorCode()).isEqualTo("payload_too_large");
        api.delete("/whatsapp/media/" + document.get("media_id").asText());
    }

    @Test
    void aNameThatIsAPathIsOnlyAName() {
        for (var name : List.of("../../../../etc/cron.d/evil.pdf", "..\\..\\evil.pdf", "/root/evil.pdf")) {
            var uploaded = upload(product.apiKey(), unique("%PDF-1.7\n"), name, "application/pdf")
                    .ok();
            assertThat(uploaded.get("filename").asText()).isEqualTo("evil.pdf");
        }
        assertThat(product.dataFolder().resolve("media/evil.pdf")).doesNotExist();
        for (var id : List.of("..%2F..%2Fsandbox%2Fcredentials.properties", "%2e%2e", "a".repeat(64))) {
            assertThat(api.get("/whatsapp/media/" + id + "/download").status())
                    .as(id)
                    .isIn(400, 404);
        }
    }

    @Test
    void anImageBombIsNeverUnpacked() {
        // 60,000 by 60,000 pixels: fourteen gigabytes for whoever decodes it.
        var header = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u00ea\u0060\0\0\u00ea\u0060\u0008\u0006\0\0\0";
        var uploaded = upload(product.apiKey(), unique(header), "bomb.png", "image/png")
                .ok();
        assertThat(uploaded.get("mime_type").asText()).isEqualTo("image/png");
    }

    @Test
    void nobodyElseSeesAFile() throws Exception {
        var media = upload(product.apiKey(), unique(JPEG), "a.jpg", "image/jpeg")
                .ok()
                .get("media_id")
                .asText();
        var path = "/whatsapp/media/" + media;

        assertThat(upload("cm_guess", bytes(JPEG), "a.jpg", "image/jpeg").status())
                .isEqualTo(401);
        for (var url : List.of(path, path + "/download")) {
            assertThat(Api.anonymous(product).get(url).status()).isEqualTo(401);
        }
        var stranger = Api.of(product, keyOfAnotherWorkspace());
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/download").status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void anUploadThatIsRepeatedWithItsKeyIsThereOnce() {
        var bytes = unique(JPEG);
        var key = UUID.randomUUID().toString();
        var first = upload(product.apiKey(), new ByteArrayInputStream(bytes), "a.jpg", "image/jpeg", key)
                .ok();
        var second = upload(product.apiKey(), new ByteArrayInputStream(bytes), "a.jpg", "image/jpeg", key)
                .ok();
        assertThat(second.get("media_id")).isEqualTo(first.get("media_id"));

        var other = bytes.clone();
        other[other.length - 1]++;
        var refused = upload(product.apiKey(), new ByteArrayInputStream(other), "a.jpg", "image/jpeg", key);
        assertThat(refused.status()).as("other bytes of the same length").isEqualTo(409);
        assertThat(refused.errorCode()).isEqualTo("idempotency_conflict");
    }

    private String personWhoHasWritten(String person) {
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"Hello\"}")
                .ok();
        awaitInbound(person, "text");
        return person;
    }

    private JsonNode receive(String person, String type, byte[] bytes, String mime, String name) throws Exception {
        var people = product.baseUrl() + "/sandbox/control/numbers/" + number + "/people/" + person;
        var put = HttpRequest.newBuilder(URI.create(people + "/media?filename=" + name))
                .header("Authorization", "Bearer " + meta.credential("token"))
                .header("Content-Type", mime)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        var answer =
                HTTP.send(put.build(), HttpResponse.BodyHandlers.ofString()).body();
        var media = answer.replaceFirst(".*\"id\":\"(\\d+)\".*", "$1");
        meta.control()
                .post(
                        "/numbers/" + number + "/people/" + person + "/messages",
                        "{\"type\":\"%s\",\"media\":\"%s\"}".formatted(type, media))
                .ok();
        return awaitInbound(person, type);
    }

    private JsonNode awaitInbound(String person, String type) {
        return Api.await(
                type + " of " + person,
                () -> StreamSupport.stream(
                                api.get("/whatsapp/messages?direction=inbound&to=" + person)
                                        .ok()
                                        .spliterator(),
                                false)
                        .filter(message -> message.get("type").asText().equals(type))
                        .findFirst());
    }

    private JsonNode awaitState(String media, String state) {
        return Api.await("media " + media + " " + state, () -> {
            var found = api.get("/whatsapp/media/" + media).ok();
            return found.get("state").asText().equals(state) ? Optional.of(found) : Optional.empty();
        });
    }

    private void send(String type, String media, String to) {
        Sending.awaitStatus(api, post(type, media, to), "delivered", "read");
    }

    private String post(String type, String media, String to) {
        return api.post("/whatsapp/messages/media", body(type, media, to))
                .ok()
                .get("id")
                .asText();
    }

    private String body(String type, String media, String to) {
        return "{\"phone_number_id\":\"%s\",\"to\":\"+%s\",\"type\":\"%s\",\"media_id\":\"%s\"}"
                .formatted(number, to, type, media);
    }

    /** The uploads with these bytes that lie at Meta. */
    private List<JsonNode> atMeta(byte[] bytes) throws Exception {
        var digest = sha256(bytes);
        return StreamSupport.stream(
                        meta.control().get("/numbers/" + number + "/media").ok().spliterator(), false)
                .filter(item -> item.get("sha256").asText().equals(digest))
                .toList();
    }

    /** The last message on the phone. */
    private JsonNode shown(String person) {
        var messages = meta.control()
                .get("/numbers/" + number + "/people/" + person + "/messages")
                .ok()
                .get("messages");
        return messages.get(messages.size() - 1);
    }

    private Api.Answer upload(String key, byte[] bytes, String name, String type) {
        return upload(key, new ByteArrayInputStream(bytes), name, type, null);
    }

    private Api.Answer upload(String key, InputStream bytes, String name, String type) {
        return upload(key, bytes, name, type, null);
    }

    private Api.Answer upload(String key, InputStream bytes, String name, String type, String idempotencyKey) {
        var head = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replace("\\", "\\\\")
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        var whole = new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(bytes(head)), bytes),
                new ByteArrayInputStream(bytes("\r\n--cut--\r\n")));
        var request = HttpRequest.newBuilder(URI.create(product.baseUrl() + "/api/v1/whatsapp/media"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> whole));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Api.Answer(response.statusCode(), response.body(), Map.of());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpResponse<byte[]> download(String key, String media) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(product.baseUrl() + "/api/v1/whatsapp/media/" + media + "/download"))
                .header("Authorization", "Bearer " + key);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** A document of this length that is in no memory. */
    private static InputStream pdf(long length) {
        var head = bytes("%PDF-1.7\n");
        var zeros = new InputStream() {
            private long left = length - head.length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(most, left);
                Arrays.fill(target, from, from + read, (byte) 0);
                left -= read;
                return read;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(head), zeros);
    }

    private static byte[] unique(String head) {
        return bytes(head + UUID.randomUUID());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private String keyOfAnotherWorkspace() throws Exception {
        var secret = "cm_" + UUID.randomUUID() + UUID.randomUUID();
        try (var connection = DriverManager.getConnection(
                        product.databaseUrl(), "chasqui", product.secret("database.password"));
                var statement = connection.prepareStatement(
                        "with w as (insert into plt_workspace (id, name, created_at) values (?, 'Other', now())"
                                + " returning id) insert into plt_api_key (id, workspace_id, name, kind, prefix,"
                                + " secret_hash, scopes, created_by, created_at) select ?, w.id, 'other', 'CHASQUI',"
                                + " 'cm_other', ?, '*', 'test', now() from w")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setObject(2, UUID.randomUUID());
            statement.setBytes(3, MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
            statement.executeUpdate();
        }
        return secret;
    }
}
