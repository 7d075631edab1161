package org.chasqui.sandbox.sample;

import org.chasqui.platform.accounts.SenderNumber;

/** Looks into the product that it plays Meta for; {@code ModularityTest} must see it. */
public class SandboxThatKnowsUs {
    SenderNumber number;
}
