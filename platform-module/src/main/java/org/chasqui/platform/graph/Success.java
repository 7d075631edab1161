package org.chasqui.platform.graph;

/** What Graph answers to a call that only acts. */
public record Success(boolean success) {}
