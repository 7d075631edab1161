package org.chasqui.platform.accounts.onboarding;

import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** What callers name must look like Meta's before it becomes a part of an address. */
final class MetaIds {
    private static final Pattern ID = Pattern.compile("\\d{1,25}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{10,4096}");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{10,2048}");
    private static final Pattern PIN = Pattern.compile("\\d{6}");

    private MetaIds() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static void checkWaba(@Nullable String id) {
        if (id != null && !isId(id)) {
            throw RequestFailed.invalid("waba_id", "must be Meta's id of the account, digits only.");
        }
    }

    static void checkNumber(@Nullable String id) {
        if (id != null && !isId(id)) {
            throw RequestFailed.invalid(
                    "phone_number_id", "must be Meta's id of the number, digits only; it is not the number itself.");
        }
    }

    static void checkToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw RequestFailed.invalid("access_token", "must be a token as Meta shows it, without spaces.");
        }
    }

    static void checkCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw RequestFailed.invalid("code", "must be the code that Meta's window gave, without spaces.");
        }
    }

    static void checkPin(@Nullable String pin) {
        if (pin != null && !PIN.matcher(pin).matches()) {
            throw RequestFailed.invalid("pin", "must be six digits.");
        }
    }
}
