package org.chasqui.api.waabot.parts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One message that a call becomes.
 *
 * @param type Cloud API type: text, image, video, audio, document, sticker, location, contacts or template
 * @param content what stands under the name of the type in Graph's body
 */
public record MessagePart(String type, JsonNode content) {}
