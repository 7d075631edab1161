/** What JPA must know about PostgreSQL beyond what EclipseLink brings. */
@NullMarked
package org.chasqui.platform.database;

import org.jspecify.annotations.NullMarked;
