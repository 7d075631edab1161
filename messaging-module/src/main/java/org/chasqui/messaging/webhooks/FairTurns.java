package org.chasqui.messaging.webhooks;

/**
 * Shares places between first attempts and retries: a quarter is for retries, the rest for first attempts, and what one
 * of them leaves over goes to the other. So neither starves the other, however much of it there is. Fractions are carried
 * over, so that single places are shared as well.
 */
final class FairTurns {
    private static final int RETRIES_IN_FOUR = 1;
    private static final int FOUR = 4;

    private int carried;

    /**
     * Takes the next places.
     *
     * @param places how many there are
     * @return how many of them are first offered to retries
     */
    int forRetries(int places) {
        carried += places * RETRIES_IN_FOUR;
        int whole = carried / FOUR;
        carried -= whole * FOUR;
        return whole;
    }
}
