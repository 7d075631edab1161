package org.chasqui.sandbox.control;

import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.World;

/**
 * Who does something to whom.
 *
 * @param person digits, or the business-scoped user id of someone who hides the number
 * @param graphBase the address of the sandbox's Graph, for addresses of files in webhooks
 */
record PersonCall(World world, BusinessNumber number, String person, String graphBase) {}
