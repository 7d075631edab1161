package org.chasqui.platform.accounts;

/** All accounts and numbers of this installation were read from Graph just now, on this node. */
public record NumbersRefreshed() {}
