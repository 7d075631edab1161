/** What tests of the edge share. */
package org.chasqui.api.testing;
