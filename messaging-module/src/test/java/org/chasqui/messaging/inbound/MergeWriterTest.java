package org.chasqui.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.dispatch.MessagesReachedMeta;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.Test;

class MergeWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String OURS = "106540352242922";
    private static final String THEIRS = "106540352242999";

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final UUID ourNumber = ids.next();
    private final UUID theirNumber = ids.next();
    private final MergeWriter writer = writer();

    private MergeWriter writer() {
        var made = new MergeWriter();
        made.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        made.raws = new RawWebhooks();
        made.raws.jdbc = database.jdbc();
        made.raws.clock = made.clock;
        made.orphans = new Orphans();
        made.orphans.jdbc = database.jdbc();
        made.ledger = database.ledger();
        made.queue = database.queue();
        made.reception = new Reception();
        made.otherNews = new OtherNews() {
            @Override
            void pass(List<Envelope.Other> others) {
                assertThat(others).isEmpty();
            }
        };
        made.moved = new Fired<>();
        made.numbers = new PhoneNumbers() {
            @Override
            public Optional<SenderNumber> byPhoneNumberId(String phoneNumberId) {
                var id = phoneNumberId.equals(OURS) ? ourNumber : theirNumber;
                return Optional.of(new SenderNumber(
                        id, id, id, "1", phoneNumberId, "+55 11 95550-0167", null, "GREEN", null, "HIGH", 80, ""));
            }
        };
        return made;
    }

    @Test
    void aStatusSettlesTheMessageThatItsMarkNames() {
        var message = message(null);

        merge(status(OURS, "wamid.A", message + ".1"));

        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void aNumberCannotSpeakOfTheMessagesOfAnother() {
        var marked = message(null);
        var known = message("wamid.B");

        merge(status(THEIRS, "wamid.X", marked + ".1"));
        merge(status(THEIRS, "wamid.B", ""));

        assertThat(status(marked)).isEqualTo(MessageStatus.QUEUED);
        assertThat(status(known)).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    void aParkedStatusOfAnotherNumberNeitherCountsNorStandsInTheWay() {
        merge(status(THEIRS, "wamid.C", ""));
        merge(status(OURS, "wamid.C", ""));
        assertThat(database.text("select count(*) from msg_orphan_status")).isEqualTo("2");
        var message = message("wamid.C");

        writer.reachedMeta(new MessagesReachedMeta(List.of("wamid.C")));

        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);
        assertThat(database.text("select count(*) from msg_orphan_status")).isEqualTo("0");
    }

    @Test
    void whatIsParkedIsFoundLaterOrDropped() {
        merge(status(OURS, "wamid.D", ""));
        merge(status(OURS, "wamid.E", ""));
        var message = message("wamid.D");

        writer.clock = Clock.fixed(NOW.plusSeconds(5), ZoneOffset.UTC);
        writer.retryParked();
        assertThat(status(message)).isEqualTo(MessageStatus.DELIVERED);

        writer.purgeParked();
        assertThat(database.text("select count(*) from msg_orphan_status")).isEqualTo("1");
        writer.clock = Clock.fixed(NOW.plusSeconds(3 * 3_600), ZoneOffset.UTC);
        writer.purgeParked();
        assertThat(database.text("select count(*) from msg_orphan_status")).isEqualTo("0");
    }

    @Test
    void whatCannotBeMergedIsNamedAndSetAside() {
        writer.raws.store(List.of("{}".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8)));
        var second = Long.parseLong(database.text("select max(raw_id) from msg_webhook_inbox"));

        writer.setAside(second, "a mistake of ours");
        writer.setAside(second, "told twice");

        assertThat(database.text("select raw_id from msg_webhook_poison")).isEqualTo(String.valueOf(second));
        assertThat(database.text("select count(*) from msg_webhook_inbox where raw_id <> " + second))
                .isEqualTo("1");
    }

    private void merge(String body) {
        writer.raws.store(List.of(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(writer.merge(10)).isOne();
    }

    private MessageStatus status(UUID message) {
        return MessageStatus.ofCode(
                Integer.parseInt(database.text("select status from msg_message where id = '" + message + "'")));
    }

    private UUID message(String wamid) {
        var id = ids.next();
        writer.ledger.insert(List.of(new NewMessage(
                id,
                ourNumber,
                ourNumber,
                OURS,
                ourNumber,
                Direction.OUTBOUND,
                "5511955501234",
                "text",
                "{\"body\":\"hello\"}",
                null,
                null,
                "service",
                Lane.UTILITY,
                null,
                NOW,
                NOW.plusSeconds(600),
                Beside.NOTHING)));
        if (wamid != null) {
            database.execute("update msg_message set wamid = '" + wamid + "' where id = '" + id + "'");
        }
        return id;
    }

    private static String status(String phoneNumberId, String wamid, String mark) {
        var mapper = new ObjectMapper();
        var status = mapper.createObjectNode()
                .put("id", wamid)
                .put("status", "delivered")
                .put("timestamp", String.valueOf(NOW.getEpochSecond()))
                .put("recipient_id", "5511955501234")
                .put("biz_opaque_callback_data", mark);
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":
                {"metadata":{"phone_number_id":"%s"},"statuses":[%s]}}]}]}""".formatted(phoneNumberId, status);
    }
}
