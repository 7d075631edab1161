/** The native REST resources of contacts. */
@NullMarked
package org.chasqui.messaging.contacts.rest;

import org.jspecify.annotations.NullMarked;
