package org.chasqui.api.waabot.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.chasqui.messaging.content.MessageContent;
import org.junit.jupiter.api.Test;

class CardTest {
    private final Card card = new Card("john doe", "johndoe", "Men In Black", "919999999999");

    @Test
    void isAContactOfTheCloudApi() {
        var part = card.part();

        assertThat(part.type()).isEqualTo("contacts");
        assertThat(part.content().at("/0/name/formatted_name").asText()).isEqualTo("john doe");
        assertThat(part.content().at("/0/org/company").asText()).isEqualTo("Men In Black");
        assertThat(part.content().at("/0/phones/0/phone").asText()).isEqualTo("+919999999999");
        assertThat(part.content().at("/0/phones/0/wa_id").asText()).isEqualTo("919999999999");
        MessageContent.check(part.type(), part.content());
    }

    @Test
    void isAVcardWithTheLinesOfTheSeed() {
        assertThat(card.vcard().lines())
                .startsWith("BEGIN:VCARD", "VERSION:3.0", "FN:john doe", "ORG:Men In Black;")
                .endsWith("END:VCARD")
                .anyMatch(line -> line.startsWith("TEL;type=CELL;type=VOICE;waid=919999999999:"));
    }

    @Test
    void aNameCannotBringLinesOfItsOwn() {
        var evil = new Card("Ana\nTEL:+1900", "a;b,c\\d", null, "14155550100");

        assertThat(evil.vcard().lines())
                .containsOnlyOnce("FN:Ana\\nTEL:+1900")
                .noneMatch(line -> line.startsWith("TEL:"));
    }
}
