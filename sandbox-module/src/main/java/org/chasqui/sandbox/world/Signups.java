package org.chasqui.sandbox.world;

import java.io.IOException;
import java.util.Set;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.jspecify.annotations.Nullable;

/** Embedded Signup on Meta's side: what the window makes, and the codes that it gives. */
public final class Signups {

    /** The PIN of a number that another provider has registered before. */
    public static final String FOREIGN_PIN = "135790";

    private static final int MOST_ACCOUNTS = 2_000;
    private static final int SLOW = 8_000;

    private final World world;
    private final SignupCodes codes = new SignupCodes();

    Signups(World world) {
        this.world = world;
    }

    /** What shall go wrong. */
    public enum Trouble {
        NONE,
        /** The code has run out when it is given. */
        EXPIRED_CODE,
        /** The number has a PIN that nobody told: 133005. */
        OTHER_PIN,
        /** The number was never verified: 133006. */
        NOT_VERIFIED,
        /** The number was registered ten times: 133016. */
        LOCKED,
        /** The registration is done at once and answered late. */
        SLOW_REGISTER
    }

    /**
     * What a person has chosen in the window.
     *
     * @param wabaId an account that is there; null for a new one
     * @param numberId a number that is there; null for a new one
     * @param digits the new number
     */
    public record Choice(
            @Nullable String wabaId,
            String accountName,
            @Nullable String numberId,
            String digits,
            String displayName,
            boolean coexistence,
            Set<String> scopes,
            Trouble trouble) {}

    /** What the window gives. */
    public record Outcome(String code, String businessId, String wabaId, String phoneNumberId) {}

    /** The token of a code, or why there is none. */
    public record Redeemed(
            @Nullable AccessToken token, @Nullable GraphFailure failure) {}

    /**
     * Makes what is new and gives a code.
     *
     * @throws IllegalArgumentException when something that was chosen is not there
     */
    public Outcome finish(Choice choice) throws IOException {
        Waba waba = waba(choice);
        BusinessNumber number = number(choice, waba);
        long now = world.clock().millis();
        switch (choice.trouble()) {
            case OTHER_PIN -> world.management().prepare(number, FOREIGN_PIN, null, 0);
            case NOT_VERIFIED -> world.management().prepare(number, null, false, 0);
            case LOCKED -> world.management().prepare(number, null, null, Registration.MAX_TRIES);
            case SLOW_REGISTER -> number.registration().answerAfter(SLOW);
            default -> {}
        }
        long end = choice.trouble() == Trouble.EXPIRED_CODE ? now : now + SignupCodes.LIFE;
        String code = codes.issue(choice.scopes(), waba.id(), end, 0);
        return new Outcome(code, businessOf(waba), waba.id(), number.id());
    }

    private Waba waba(Choice choice) throws IOException {
        if (choice.wabaId() != null) {
            Waba waba = world.catalog().waba(choice.wabaId());
            if (waba == null) {
                throw new IllegalArgumentException("There is no account " + choice.wabaId());
            }
            return waba;
        }
        if (world.catalog().wabas().size() >= MOST_ACCOUNTS) {
            throw new IllegalArgumentException("The sandbox holds no more than " + MOST_ACCOUNTS + " accounts");
        }
        return world.management().createWaba(choice.accountName());
    }

    private BusinessNumber number(Choice choice, Waba waba) throws IOException {
        if (choice.numberId() == null) {
            return world.management().addNewcomer(waba, choice.digits(), choice.displayName(), choice.coexistence());
        }
        BusinessNumber number = world.catalog().number(choice.numberId());
        if (number == null || number.waba() != waba) {
            throw new IllegalArgumentException("The account has no number " + choice.numberId());
        }
        return number;
    }

    /** The portfolio that owns an account. */
    public static String businessOf(Waba waba) {
        return "9" + waba.id();
    }

    /** Gives the token for a code, once. */
    public Redeemed redeem(String code) throws IOException {
        SignupCodes.Answer answer = codes.redeem(code, world.clock().millis());
        SignupCodes.Grant grant = answer.grant();
        if (grant == null) {
            return new Redeemed(null, answer.failure());
        }
        return new Redeemed(world.management().issue(grant.scopes(), Set.of(grant.waba()), grant.tokenLife()), null);
    }
}
