package org.chasqui.api.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.Test;

class KeyPreferencesTest {
    private static final UUID KEY = new UUID(5, 5);

    private final ApiDatabase database = new ApiDatabase();
    private final KeyPreferences preferences = node();

    private KeyPreferences node() {
        var node = new KeyPreferences();
        node.jdbc = database.sql();
        node.chosen = new Fired<>() {
            @Override
            public void fire(KeyPreferences.Chosen event) {
                node.forget(event);
            }
        };
        return node;
    }

    @Test
    void callsAreAnsweredFromMemoryUntilAnotherStatusIsChosen() {
        assertThat(preferences.acceptedStatus(KEY)).isEqualTo(200);
        database.update("insert into api_botmaker_key (key_id, accepted_status) values (?, 202)", KEY);
        assertThat(preferences.acceptedStatus(KEY))
                .as("what another node does counts later")
                .isEqualTo(200);

        preferences.setAcceptedStatus(KEY, 202);

        assertThat(preferences.acceptedStatus(KEY)).isEqualTo(202);
        assertThat(node().acceptedStatus(KEY)).isEqualTo(202);
        assertThat(preferences.acceptedStatus(new UUID(5, 6))).isEqualTo(200);
    }
}
