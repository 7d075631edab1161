package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.junit.jupiter.api.Test;

class CampaignStoreTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();

    private final CampaignStore store = new CampaignStore(DATABASE.sql());

    private UUID made() {
        var id = UUID.randomUUID();
        store.insert(Given.campaign(id, CampaignStatus.DRAFT));
        return id;
    }

    private UUID running() {
        var id = made();
        DATABASE.execute("update cmp_campaign set status = 2, launched_at = now() where id = '" + id + "'");
        return id;
    }

    @Test
    void aFinishedCampaignIsListedAndCountedAsSuch() {
        var draft = made();
        var running = running();
        var finished = running();
        store.finished(finished, Given.NOW);

        assertThat(store.countByStatus(Given.WORKSPACE))
                .isEqualTo(Map.of(CampaignStatus.DRAFT, 1L, CampaignStatus.RUNNING, 1L, CampaignStatus.FINISHED, 1L));
        assertThat(listed(CampaignStatus.FINISHED)).isEqualTo(finished);
        assertThat(listed(CampaignStatus.RUNNING)).isEqualTo(running);
        assertThat(listed(CampaignStatus.DRAFT)).isEqualTo(draft);
        assertThat(store.list(Given.WORKSPACE, null, null, 10, null)).hasSize(3);
        assertThat(store.list(UUID.randomUUID(), null, null, 10, null)).isEmpty();
    }

    private UUID listed(CampaignStatus status) {
        var found = store.list(Given.WORKSPACE, null, status, 10, null);
        assertThat(found).hasSize(1);
        return found.get(0).id();
    }
}
