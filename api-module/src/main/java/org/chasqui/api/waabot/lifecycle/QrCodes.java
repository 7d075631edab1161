package org.chasqui.api.waabot.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chasqui.api.waabot.instances.InstanceBots;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;

/** The QR code of an instance: first it connects a number, then it starts a chat with it. */
@ApplicationScoped
class QrCodes {
    private static final String CHAT = "https://wa.me/";

    @Inject
    Pairing pairing;

    @Inject
    InstanceBots bots;

    @Inject
    PhoneNumbers numbers;

    /** The code that starts a chat; empty for an instance without a number. */
    Optional<QrAnswer> chat(WaabotInstance instance, Optional<String> text) {
        var id = instance.numberId();
        return Optional.ofNullable(id)
                .flatMap(number -> numbers.find(instance.workspaceId(), number.toString()))
                .map(number -> chat(number, text));
    }

    private static QrAnswer chat(SenderNumber number, Optional<String> text) {
        var digits = number.displayPhoneNumber().replaceAll("\\D", "");
        var words = text.map(one -> "?text="
                        + URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20"))
                .orElse("");
        return new QrAnswer(QrAnswer.Purpose.CHAT, CHAT + digits + words, number.displayPhoneNumber());
    }

    /**
     * The code of the page where a number is connected.
     *
     * @param coexistence whether the number stays in the WhatsApp Business app
     */
    QrAnswer onboarding(WaabotInstance instance, boolean coexistence, String by) {
        var name = bots.behaviour(instance).name();
        var link = pairing.link(instance, "Waabot: " + name, coexistence, by);
        return new QrAnswer(QrAnswer.Purpose.ONBOARDING, link.url(), name);
    }
}
