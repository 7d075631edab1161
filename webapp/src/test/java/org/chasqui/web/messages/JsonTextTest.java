package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void textsOfPeopleCannotBecomeMarkup() {
        var html = JsonText.html("{\"body\":\"<img src=x onerror=alert(1)> & \\\"more\\\"\",\"<b>\":1}");

        assertThat(html).doesNotContain("<img", "<b>").contains("&lt;img src=x onerror=alert(1)&gt; &amp;");
    }

    @Test
    void textThatIsNotJsonIsShownAsItIs() {
        assertThat(JsonText.html("<html>502</html>")).isEqualTo("&lt;html&gt;502&lt;/html&gt;");
    }

    @Test
    void shortObjectsStayOnOneLine() {
        assertThat(JsonText.html("{\"language\":{\"code\":\"en_US\"},\"list\":[]}"))
                .isEqualTo(
                        "{\n  &quot;language&quot;: { &quot;code&quot;: <span class=\"s\">&quot;en_US&quot;</span> },"
                                + "\n  &quot;list&quot;: []\n}");
    }
}
