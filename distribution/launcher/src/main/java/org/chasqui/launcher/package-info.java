/**
 * Starts and stops the one-jar product: PostgreSQL and Artemis unless others are named, Payara Micro, the resource
 * adapter, the WAR. It knows no class of the application; the two meet in system properties and over HTTP.
 */
@NullMarked
package org.chasqui.launcher;

import org.jspecify.annotations.NullMarked;
