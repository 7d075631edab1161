package org.chasqui.sandbox.world;

/**
 * The Meta app that the sandbox plays, with the ids of its first account.
 *
 * @param callback where webhooks of accounts without a callback of their own go
 * @param verifyToken what the app tells its callback in the verification challenge
 */
public record App(
        String id,
        String secret,
        String verifyToken,
        String systemToken,
        String wabaId,
        String phoneNumberId,
        String callback) {}
