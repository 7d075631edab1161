/**
 * A real PostgreSQL and an Artemis broker that live and die with the one-jar product. Loaded in a class loader of its
 * own, so that nothing of it meets the server's classes; who uses it passes JDK types only.
 */
@NullMarked
package org.chasqui.embedded;

import org.jspecify.annotations.NullMarked;
