package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The figures of a page that lead to the page of messages, beside the messages that are listed there. */
final class RowsBehind {
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*");
    private static final Pattern COUNT = Pattern.compile("id=\"count\"[^>]*>([^<]*)<");

    private RowsBehind() {}

    /**
     * Each whole number that is a link, seen or in the table behind a chart, and does not equal the rows that its link finds.
     *
     * @param atLeast how many such figures the page has, so that it does not pass for having none
     */
    static List<String> differing(Page page, int atLeast) {
        var checked = 0;
        var differing = new ArrayList<String>();
        for (var link : page.locator("#content a[href*='messages.xhtml']").all()) {
            var text = link.textContent().strip();
            if (!FIGURE.matcher(text).matches() || text.equals("0")) {
                continue;
            }
            var href = link.getAttribute("href");
            long rows = counted(page.context().request().get(href).text());
            checked++;
            if (rows != figure(text)) {
                differing.add(text + " but " + rows + " rows: " + href);
            }
        }
        assertThat(checked).as("figures that were looked at").isGreaterThanOrEqualTo(atLeast);
        return differing;
    }

    /** How many messages the page of messages says that it has found. */
    static long counted(String messagesPage) {
        var count = COUNT.matcher(messagesPage);
        assertThat(count.find()).as("a page of messages").isTrue();
        return figure(count.group(1));
    }

    /** The first number of a text; 0 when there is none. */
    private static long figure(String text) {
        var digits = FIGURE.matcher(text);
        return digits.find() ? Long.parseLong(digits.group().replace(",", "")) : 0;
    }
}
