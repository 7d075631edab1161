package org.chasqui.platform.users;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Hashes passwords with Argon2id and writes them in the PHC string format, so that the cost can be raised later without
 * losing old hashes. The cost is OWASP's first recommendation: 19 MiB, 2 passes.
 */
@ApplicationScoped
class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int VERSION = 0x13;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final int memoryKib;
    private final Duration patience;

    /** Each hash takes 19 MiB for its time: a flood of sign-ins must not take the heap, nor all threads for long. */
    final Semaphore atOnce = new Semaphore(4);

    /** A hash of nothing that anybody knows, to spend the same time on unknown people. */
    private final String decoy;

    Passwords() {
        this(MEMORY_KIB, PATIENCE);
    }

    /**
     * At a cost of one's own.
     *
     * @param memoryKib for each hash
     * @param patience how long a hash waits for its turn
     */
    Passwords(int memoryKib, Duration patience) {
        this.memoryKib = memoryKib;
        this.patience = patience;
        decoy = hash(Base64.getEncoder().encodeToString(randomBytes()));
    }

    String hash(String password) {
        var salt = randomBytes();
        var hash = argon2(password, salt, memoryKib, PASSES, LANES, HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    boolean matches(String password, String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("A stored password hash is not in the Argon2id form");
        }
        var expected = Base64.getDecoder().decode(parts.group(5));
        var actual = argon2(
                password,
                Base64.getDecoder().decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Takes as long as {@link #matches} and says no. */
    boolean matchesNobody(String password) {
        matches(password, decoy);
        return false;
    }

    private byte[] argon2(String password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        takePlace();
        try {
            return Argon2Function.getInstance(memoryKib, passes, lanes, length, Argon2.ID, VERSION)
                    .hash(password.getBytes(StandardCharsets.UTF_8), salt)
                    .getBytes();
        } finally {
            atOnce.release();
        }
    }

    private void takePlace() {
        try {
            if (atOnce.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw RequestFailed.retryLater(
                FailureCode.SERVICE_UNAVAILABLE, "Too many people sign in at once: try again in a moment.", patience);
    }

    private byte[] randomBytes() {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
