package org.chasqui.api.botmaker;

import org.jspecify.annotations.Nullable;

/**
 * The examples of the documentation that Botmaker has beside its API (seed 002): calls that can be sent as they stand once token,
 * channel and person are put in.
 */
public enum Example {
    /** "You can find this ID under the List Channels endpoint." */
    CHANNELS("GET", "/v2.0/channels", null),
    TEXT("POST", Example.SEND, """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "messages": [
                {
                  "text": "_Italics_, *bold*, ~strikethrough~ and ```monospace```",
                  "webhookPayload": "order 7"
                }
              ]
            }"""),
    BUTTONS("POST", Example.SEND, """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "messages": [
                {
                  "text": "Shall we send it?",
                  "buttons": [
                    { "label": "Yes", "intent": "order-yes" },
                    { "label": "No", "intent": "order-no" }
                  ]
                }
              ]
            }"""),
    MEDIA("POST", Example.SEND, """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "messages": [
                {
                  "text": "Your bill",
                  "media": {
                    "filename": "bill.pdf",
                    "mimeType": "application/pdf",
                    "url": "https://example.com/bill.pdf"
                  }
                }
              ]
            }"""),
    LOCATION("POST", Example.SEND, """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "messages": [
                {
                  "location": {
                    "latitude": "-34.603722",
                    "longitude": "-58.381592",
                    "name": "Obelisco",
                    "address": "Av. 9 de Julio"
                  }
                }
              ]
            }"""),
    CONTACT("POST", Example.SEND, """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "messages": [
                {
                  "contact": {
                    "firstName": "Ana",
                    "lastName": "Paz",
                    "emails": ["ana@example.com"],
                    "phones": ["+5511955501234"]
                  }
                }
              ]
            }"""),
    LIST("POST", Example.SEND, """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "messages": [
                {
                  "whatsappInteractive": {
                    "header": { "type": "text", "content": "Menu" },
                    "body": "What would you like?",
                    "footer": "Until ten",
                    "action": {
                      "type": "list",
                      "button": "Choose",
                      "sections": [
                        {
                          "title": "Bread",
                          "rows": [{ "id": "rye", "title": "Rye", "description": "500 g" }]
                        }
                      ]
                    }
                  }
                }
              ]
            }"""),
    /** A rule of a bot or a template by its name. */
    INTENT("POST", "/v2.0/chats-actions/trigger-intent", """
            {
              "chat": { "channelId": "CHANNEL", "contactId": "CONTACT" },
              "intentIdOrName": "hello_chasqui",
              "variables": { "1": "Ana" },
              "webhookPayload": "order 7"
            }""");

    private static final String SEND = "/v2.0/chats-actions/send-messages";

    private final String method;
    private final String path;
    private final @Nullable String body;

    Example(String method, String path, @Nullable String body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    /** For example {@code POST}. */
    public String method() {
        return method;
    }

    /** Where it goes to, from the root. */
    public String path() {
        return path;
    }

    /** The body for somebody; null for a call without one. */
    public @Nullable String body(String channelId, String contactId) {
        return body == null ? null : body.replace("CHANNEL", channelId).replace("CONTACT", contactId);
    }
}
