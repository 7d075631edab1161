package org.chasqui.templates.templates;

/**
 * Fired in the transaction that changes a template, for whoever depends on it: campaigns hold themselves, caches forget.
 *
 * @param template as it is now
 */
public record TemplateChanged(TemplateView template, Change change) {}
