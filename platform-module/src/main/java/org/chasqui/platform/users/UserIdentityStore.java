package org.chasqui.platform.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/**
 * Signs people in for Jakarta Security. The caller's name is the e-mail; the groups are the role and the roles below it
 * ({@link Role#groups}).
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
                .map(user ->
                        new CredentialValidationResult(user.email(), user.role().groups()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
