package org.chasqui.platform.migrations;

/** Fired once at start, when every migration has run: from now on background work may touch the database. */
public record DatabaseReady() {}
