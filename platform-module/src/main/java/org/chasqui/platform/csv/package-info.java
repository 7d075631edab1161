/** What is given out as CSV, for spreadsheets. */
@NullMarked
package org.chasqui.platform.csv;

import org.jspecify.annotations.NullMarked;
