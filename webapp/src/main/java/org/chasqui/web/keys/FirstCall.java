package org.chasqui.web.keys;

import org.chasqui.platform.keys.KeyKind;

/** A call that reads something with a key, in the words of the API that the key speaks. */
final class FirstCall {
    private FirstCall() {}

    static String of(KeyKind kind, String publicUrl, String secret) {
        return switch (kind) {
            case CHASQUI -> call(publicUrl + "/api/v1/whatsapp/messages?limit=5", "Authorization: Bearer " + secret);
            case WAABOT -> call(publicUrl + "/whatsapp", "Authorization: Bearer " + secret);
            case DIALOG360, CBOT -> call(publicUrl + "/v1/configs/webhook", "D360-API-KEY: " + secret);
            case BOTMAKER -> call(publicUrl + "/v2.0/channels", "access-token: " + secret);
        };
    }

    private static String call(String address, String header) {
        return "curl " + address + " \\\n  -H \"" + header + "\"";
    }
}
