package org.chasqui.platform.accounts;

/**
 * Fired after onboarding has stored a number and the transaction has committed. Connecting a number again fires it
 * again.
 */
public record NumberConnected(SenderNumber number) {}
