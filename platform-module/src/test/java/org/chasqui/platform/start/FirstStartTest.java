package org.chasqui.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.NewApiKey;
import org.chasqui.platform.testing.GivenConfig;
import org.chasqui.platform.testing.TestDatabase;
import org.chasqui.platform.users.FirstOwner;
import org.chasqui.platform.users.FirstOwners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private final TestDatabase database = new TestDatabase();
    private final List<String> secrets = new ArrayList<>();
    private final Map<String, String> config = new HashMap<>(Map.of("chasqui.sandbox.enabled", "false"));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesOneOwnerWhenSeveralNodesStartTogether() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Optional<FirstStartReport>> start = this::start;
            var reports = new ArrayList<FirstStartReport>();
            for (var done :
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(i -> start).toList())) {
                done.get().ifPresent(reports::add);
            }

            assertThat(reports).hasSize(1);
            assertThat(count("plt_user")).isEqualTo(1);
            assertThat(count("plt_workspace")).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tellsARandomPasswordButNotAChosenOne() {
        config.put("chasqui.admin.password", "chosen by hand");

        assertThat(start().orElseThrow().adminPassword()).isNull();
    }

    @Test
    void makesAPasswordThatNobodyGuesses() {
        var report = start().orElseThrow();

        assertThat(report.adminPassword()).hasSize(20);
        assertThat(report.adminEmail()).isEqualTo("admin@localhost");
        assertThat(report.toString()).doesNotContain(report.adminPassword());
    }

    @Test
    void takesTheKeyThatTheOperatorChose() {
        config.put("chasqui.bootstrap.api-key", "cm_chosen-by-the-operator-0123");

        assertThat(start().orElseThrow().apiKey()).isEqualTo("cm_chosen-by-the-operator-0123");
        assertThat(secrets).containsExactly("cm_chosen-by-the-operator-0123");
    }

    @Test
    void makesAKeyOfItsOwnOnlyInTheSandbox() {
        assertThat(start().orElseThrow().apiKey()).isNull();
        assertThat(secrets).isEmpty();
    }

    @Test
    void makesNothingASecondTime() {
        start();

        assertThat(start()).isEmpty();
    }

    private long count(String table) {
        return database.inTransaction(entities -> ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    private Optional<FirstStartReport> start() {
        return database.inTransaction(entities -> {
            var start = new FirstStart();
            start.entities = entities;
            start.settings = new Settings(new GivenConfig(config));
            start.owner = owner(entities);
            start.keys = new ApiKeys() {
                @Override
                public NewApiKey create(CreateApiKey wish, String secret) {
                    secrets.add(secret);
                    return null;
                }
            };
            return start.run();
        });
    }

    private static FirstOwner owner(jakarta.persistence.EntityManager entities) {
        return FirstOwners.over(entities);
    }
}
