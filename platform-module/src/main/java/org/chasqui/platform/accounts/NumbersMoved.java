package org.chasqui.platform.accounts;

/** Numbers or their accounts have changed; fired in the transaction of the change, worth a look after its commit. */
record NumbersMoved() {}
