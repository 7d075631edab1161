package org.chasqui.api.graph.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.conformance.Covers;
import org.chasqui.api.graph.MetaFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadSessionTest {
    @Test
    @Covers("G0-18")
    void itsIdSaysAllOfIt() {
        var session = UploadSession.of(announced(1_234).put("file_name", "pão & água.png"));

        assertThat(session.id()).matches("upload:[A-Za-z0-9_-]+");
        assertThat(UploadSession.isId(session.id())).isTrue();
        assertThat(UploadSession.read(session.id())).contains(session);
        assertThat(session).isEqualTo(new UploadSession("pão & água.png", "image/png", 1_234));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload:", "upload:nothing", "upload:%%%", "upload:W10", "upload:bnVsbA"})
    void whatIsNoneOfOursIsNone(String id) {
        assertThat(UploadSession.read(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, (100L << 20) + 1})
    void aFileHasALengthAndNotTooMuchOfIt(long length) {
        assertThatThrownBy(() -> UploadSession.of(announced(length))).isInstanceOf(MetaFailed.class);
    }

    @Test
    void aFileHasAType() {
        var untyped = announced(1);
        untyped.remove("file_type");

        assertThatThrownBy(() -> UploadSession.of(untyped)).isInstanceOf(MetaFailed.class);
    }

    private static ObjectNode announced(long length) {
        return JsonNodeFactory.instance.objectNode().put("file_length", length).put("file_type", "image/png");
    }
}
