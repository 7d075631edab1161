package org.chasqui.templates.lint;

import java.util.List;

/** Looks for one thing. */
interface Rule {
    /** Its name, with the part of a template that it looks at in front: {@code button.short-link}. */
    String name();

    /** What it objects to; empty when it has no objection. */
    List<Finding> check(Subject subject);
}
