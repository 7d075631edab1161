package org.chasqui.analytics.watch;

/** What has been sent from a number, and delivered, on a day. */
record DayCounts(long sent, long delivered) {}
