/**
 * What a template is made of, read leniently as Meta describes it ({@link org.chasqui.templates.definition.Shape}) and
 * checked strictly as Meta takes it ({@link org.chasqui.templates.definition.DraftRules}). Pure code.
 */
@NullMarked
package org.chasqui.templates.definition;

import org.jspecify.annotations.NullMarked;
