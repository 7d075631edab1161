package org.chasqui.api.waabot.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.platform.rest.Json;
import org.junit.jupiter.api.Test;

class ListMappingTest {
    @Test
    @Covers("S1-36")
    void theSeedsListIsMetas() throws Exception {
        var mapped = map("""
                {"buttonText":"Button Text","text":"Middle Text","title":"Head Title","description":"Footer Description",
                 "sections":[{"title":"title","rows":[
                   {"title":"Title Option 1","description":"Option Description","rowId":"string"}]}],"listType":0}
                """);

        assertThat(mapped.part().content()).isEqualTo(Json.mapper().readTree("""
                {"type":"list","header":{"type":"text","text":"Head Title"},"body":{"text":"Middle Text"},
                 "footer":{"text":"Footer Description"},
                 "action":{"button":"Button Text","sections":[{"title":"title","rows":[
                   {"id":"string","title":"Title Option 1","description":"Option Description"}]}]}}
                """));
        assertThat(mapped.warnings()).isEmpty();
    }

    @Test
    void sectionsWithoutNamesAndRowsWithTheSameIdAreToldApart() throws Exception {
        var mapped = map("""
                {"text":"T","sections":[{"rows":[{"title":"A","rowId":"x"}]},{"title":"","rows":[]},
                 {"rows":[{"title":"B","rowId":"x"},{"title":"C"}]}]}
                """);

        var sections = mapped.part().content().at("/action/sections");
        assertThat(sections).hasSize(2);
        assertThat(sections.at("/1/title").asText()).isEqualTo("2");
        assertThat(sections.at("/1/rows/0/id").asText()).isEqualTo("x 2");
        assertThat(sections.at("/1/rows/1/id").asText()).isEqualTo("C");
        assertThat(mapped.warnings()).singleElement().asString().contains("buttonText");
    }

    @Test
    void withoutTextOrRowsThereIsNoList() {
        assertThatThrownBy(() -> map("{\"text\":\"T\",\"sections\":[{\"title\":\"A\",\"rows\":[]}]}"))
                .hasMessageContaining("msgdata.sections");
        assertThatThrownBy(() -> map("{\"sections\":[{\"rows\":[{\"title\":\"A\"}]}]}"))
                .hasMessageContaining("msgdata.text");
    }

    /** The check against Meta's limits is part of the mapping: whatever comes out has passed it. */
    @Property(tries = 300)
    void whateverIsAskedForFitsIntoMetasLimits(
            @ForAll @AlphaChars @NotEmpty @StringLength(max = 5_000) String text,
            @ForAll @Size(min = 1, max = 5)
                    List<@Size(min = 1, max = 5) List<@AlphaChars @StringLength(min = 1, max = 300) String>> sections) {
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("title", text)
                .put("description", text);
        data.put("buttonText", text);
        var target = data.putArray("sections");
        sections.forEach(rows -> {
            var made = target.addObject().put("title", rows.get(0)).putArray("rows");
            rows.forEach(row ->
                    made.addObject().put("title", row).put("description", row).put("rowId", row));
        });

        var mapped = ListMapping.of(Arguments.of(data));

        var ids = new HashSet<String>();
        mapped.part()
                .content()
                .at("/action/sections")
                .forEach(section -> section.path("rows")
                        .forEach(row ->
                                assertThat(ids.add(row.path("id").asText())).isTrue()));
        int asked = sections.stream().mapToInt(List::size).sum();
        assertThat(ids).hasSize(Math.min(asked, 10));
        assertThat(mapped.warnings().stream().anyMatch(warning -> warning.contains("left out")))
                .isEqualTo(asked > 10);
    }

    private static Mapped map(String msgdata) throws Exception {
        var outer = JsonNodeFactory.instance
                .objectNode()
                .set("msgdata", Json.mapper().readTree(msgdata));
        return ListMapping.of(Arguments.of((ObjectNode) outer).object("msgdata"));
    }
}
