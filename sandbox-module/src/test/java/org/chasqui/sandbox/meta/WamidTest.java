package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WamidTest {

    @Test
    void hasTheBuildOfMetasIds() {
        String wamid = Wamid.outbound("16503879439", new Random(1));
        String metas = "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJCOTY3NDc0NDFDRUI3NTA0Q0UA";

        assertThat(wamid).hasSameSizeAs(metas).startsWith(metas.substring(0, 32));
        byte[] raw = Base64.getDecoder().decode(wamid.substring(6));
        assertThat(new String(raw, StandardCharsets.ISO_8859_1))
                .contains("16503879439")
                .endsWith("\0");
    }

    @Test
    void inboundIdsAreOfTheOtherKind() {
        String metas = "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQUYzMjEzNDM2RTZGQ0MzMDJBRgA=";

        assertThat(Wamid.inbound("16503879439", new Random(1)))
                .hasSameSizeAs(metas)
                .startsWith(metas.substring(0, 30));
    }

    @Test
    void doesNotRepeatItself() {
        Random random = new Random(3);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            assertThat(seen.add(Wamid.outbound("16503879439", random))).isTrue();
        }
    }
}
