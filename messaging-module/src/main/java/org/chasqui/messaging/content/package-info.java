/** What a message may hold: the objects of the Cloud API with Meta's limits, checked before Meta is bothered. Pure code, one small class for each family of types. */
@NullMarked
package org.chasqui.messaging.content;

import org.jspecify.annotations.NullMarked;
