package org.chasqui.platform.accounts.onboarding;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Goes on with an onboarding on a thread of the container, while the page that started it goes on, too. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class OnboardingRunner {
    @Inject
    Saga saga;

    /** Returns at once. */
    @Asynchronous
    public void advance(UUID id) {
        saga.advance(id);
    }
}
