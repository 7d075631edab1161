package org.chasqui.bench;

/** What customers post to {@code /whatsapp/messages}: one body of each kind. */
final class Bodies {
    private Bodies() {}

    /** A utility template with one parameter. */
    static String hello(String number, String to) {
        return template(number, to, "hello_chasqui", component("body", "Ana"));
    }

    /** A marketing template with header, body and a link. */
    static String offer(String number, String to) {
        return template(
                number,
                to,
                "spring_offer",
                component("header", "Ana") + "," + component("body", "Sunday", "20") + "," + button(2, "17"));
    }

    /** A one-time code. */
    static String code(String number, String to) {
        return template(number, to, "login_code", component("body", "471122") + "," + button(0, "471122"));
    }

    /** Free text, for who has written within a day. */
    static String text(String number, String to) {
        return message(number, to, "text", "{\"body\":\"Your piece is ready: come by until six.\"}");
    }

    /** A picture that Meta fetches, for who has written within a day. */
    static String picture(String number, String to) {
        return message(number, to, "image", "{\"link\":\"https://example.com/loom.jpg\",\"caption\":\"Blue, 40 cm\"}");
    }

    private static String template(String number, String to, String name, String components) {
        return message(
                number,
                to,
                "template",
                "{\"name\":\"" + name + "\",\"language\":{\"code\":\"en_US\"},\"components\":[" + components + "]}");
    }

    private static String message(String number, String to, String type, String content) {
        return "{\"phone_number_id\":\"" + number + "\",\"to\":\"" + to + "\",\"type\":\"" + type + "\",\"" + type
                + "\":" + content + "}";
    }

    private static String component(String type, String... values) {
        return "{\"type\":\"" + type + "\"," + parameters(values) + "}";
    }

    private static String button(int index, String value) {
        return "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"" + index + "\"," + parameters(value) + "}";
    }

    private static String parameters(String... values) {
        var list = new StringBuilder("\"parameters\":[");
        for (var value : values) {
            list.append(list.charAt(list.length() - 1) == '[' ? "" : ",")
                    .append("{\"type\":\"text\",\"text\":\"")
                    .append(value)
                    .append("\"}");
        }
        return list.append(']').toString();
    }
}
