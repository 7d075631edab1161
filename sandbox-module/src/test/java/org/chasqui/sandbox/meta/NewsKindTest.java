package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewsKindTest {

    static Stream<NewsKind> kinds() {
        return NewsKind.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPlaceCanBeFilled(NewsKind kind) {
        var filled = kind.filled(Map.of(
                "$waba", TextNode.valueOf("1"),
                "$business", TextNode.valueOf("9"),
                "$number", TextNode.valueOf("1555"),
                "$now", IntNode.valueOf(1),
                "$tomorrow", IntNode.valueOf(2),
                "$template_id", LongNode.valueOf(3),
                "$template_name", TextNode.valueOf("hello"),
                "$template_language", TextNode.valueOf("en_US"),
                "$template_category", TextNode.valueOf("UTILITY")));

        assertThat(filled.toString()).doesNotContain("\"$");
        assertThat(kind.about()).isIn("account", "number", "template");
        assertThat(kind.field()).isNotEmpty().doesNotContain(".");
    }

    @Test
    void eachHasItsName() {
        assertThat(kinds().map(NewsKind::name)).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }
}
