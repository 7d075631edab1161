package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes<String> routes = new Routes<String>()
            .on("GET", "/whatsapp", "list")
            .on("GET", "/whatsapp/{id}", "one")
            .on("DELETE", "/whatsapp/{id}", "remove")
            .on("GET", "/whatsapp/scan", "scan")
            .on("POST", "/whatsapp/message/MediaButton", "button")
            .on("GET", "/whatsapp/instance/logout/{id}", "logout");

    @Test
    void findsByMethodAndPath() {
        assertThat(routes.find("GET", "/whatsapp").handler()).isEqualTo("list");
        assertThat(routes.find("DELETE", "/whatsapp/61a7bd6ea34282366c025764").variables())
                .containsEntry("id", "61a7bd6ea34282366c025764");
        assertThat(routes.find("GET", "/whatsapp/instance/logout/Abc").variables())
                .containsEntry("id", "Abc");
    }

    @Test
    void aWordGoesBeforeAVariableAndItsCaseDoesNotMatter() {
        assertThat(routes.find("GET", "/whatsapp/SCAN").handler()).isEqualTo("scan");
        assertThat(routes.find("POST", "/WhatsApp/message/mediabutton").handler())
                .isEqualTo("button");
        assertThat(routes.find("GET", "/whatsapp/other").handler()).isEqualTo("one");
    }

    @Test
    void saysWhatIsNotThereAndWhatTheAddressTakes() {
        assertThatThrownBy(() -> routes.find("GET", "/whatsapp/a/b"))
                .isInstanceOfSatisfying(
                        RequestFailed.class, failed -> assertThat(failed.code()).isEqualTo(FailureCode.NOT_FOUND));
        assertThatThrownBy(() -> routes.find("POST", "/whatsapp/scan"))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.METHOD_NOT_ALLOWED))
                .hasMessageContaining("DELETE, GET");
    }
}
