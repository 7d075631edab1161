/**
 * Tests that boot what ships: {@code chasqui.jar} as a child process, or the WAR on an unmodified server. They talk to
 * it as its users do, over HTTP, and know none of its classes.
 */
package org.chasqui.it;
