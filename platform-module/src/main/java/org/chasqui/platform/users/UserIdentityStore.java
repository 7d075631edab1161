package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs people in for Jakarta Security. The caller's name is the e-mail; the groups are the role and the roles below it
 * in lower case ({@code owner}, {@code admin}, {@code agent}, {@code viewer}), so that {@code isCallerInRole("agent")}
 * is true for an owner.
 */
@ApplicationScoped
public class UserIdentityStore implements IdentityStore {
    @Inject
    Users users;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return users.signIn(given.getCaller(), given.getPasswordAsString())
                .map(user -> new CredentialValidationResult(user.email(), groups(user.role())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static Set<String> groups(Role role) {
        return Arrays.stream(Role.values())
                .filter(other -> role.compareTo(other) <= 0)
                .map(other -> other.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
