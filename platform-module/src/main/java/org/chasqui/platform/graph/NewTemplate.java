package org.chasqui.platform.graph;

/**
 * What Graph answers to a new template.
 *
 * @param id Meta's id
 * @param status mostly PENDING; APPROVED or REJECTED when Meta decides at once
 * @param category the category that Meta has chosen, which may be another than was asked for
 */
public record NewTemplate(String id, String status, String category) {}
