package org.chasqui.platform.graph;

/** A session of Meta's resumable uploads. {@code id} is {@code upload:…}, with its signature in a query. */
public record UploadSession(String id) {}
