package org.chasqui.api.waabot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaabotAddressesTest {
    private final WaabotDialect dialect = new WaabotDialect();

    WaabotAddressesTest() {
        var routes = new WaabotRoutes();
        for (var path : new String[] {
            "/whatsapp",
            "/whatsapp/{id}",
            "/whatsapp/message",
            "/whatsapp/message/list",
            "/whatsapp/info",
            "/whatsapp/init",
            "/whatsapp/scan",
            "/whatsapp/instance",
            "/whatsapp/logout",
            "/whatsapp/sendText",
            "/whatsapp/createNewWhatsapp",
            "/whatsapp/updateGeneral",
            "/whatsapp/setWebhook",
            "/whatsapp/image/fileurl",
            "/contact",
            "/contact/{id}",
            "/contact_groups",
            "/attachment",
            "/intent",
            "/broadcast",
            "/message-log",
            "/sessions"
        }) {
            routes.reads("GET", path, call -> Envelope.refusal(404, "unused", "unused"));
        }
        dialect.serve(routes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/whatsapp",
                "/whatsapp/nothing",
                "/api/v1/whatsapp",
                "/api/v1/whatsapp/message/image",
                "/api/v1/whatsapp/UPDATEGENERAL",
                "/api/v1/Whatsapp/Message/List",
                "/api/v1/whatsapp/message/%zz",
                "/api/v1/whatsapp/61a7bd6ea34282366c025764",
                "/contact/61a7bd6ea34282366c025764",
                "/api/v1/message-log",
                "/sessions"
            })
    void areThoseOfWaabotAtTheRootAndBelowTheNativeApi(String path) {
        assertThat(dialect.claims(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/whatsapp/messages",
                "/api/v1/whatsapp/61a7bd6ea34282366c025764/more",
                "/api/v1/keys",
                "/api/v1",
                "/console/inbox.xhtml",
                "/contacts",
                "/contac",
                "/whatsapp_business",
                "/api/v1/whatsapp/",
                "/health/ready",
                "/webhooks/meta"
            })
    void areNoOthers(String path) {
        assertThat(dialect.claims(path)).isFalse();
    }
}
