package org.chasqui.campaigns.campaigns;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chasqui.campaigns.audiences.Audience;
import org.chasqui.campaigns.audiences.Audiences;
import org.chasqui.campaigns.recipients.ImportStore;
import org.chasqui.campaigns.recipients.ImportView;
import org.chasqui.campaigns.recipients.NewRecipient;
import org.chasqui.campaigns.recipients.RecipientImport;
import org.chasqui.campaigns.recipients.RecipientList;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** The front door of the lists of campaigns: people, saved audiences and files are put on them. */
@ApplicationScoped
public class CampaignLists {
    /** People on one request. */
    public static final int MOST_AT_ONCE = 10_000;

    private static final Logger LOG = System.getLogger(CampaignLists.class.getName());

    /** Files that are read at a time for people who do not wait for it. */
    private static final int READERS = 2;

    @Inject
    RecipientList recipients;

    @Inject
    RecipientImport imports;

    @Inject
    ImportStore importStore;

    @Inject
    Audiences audiences;

    @Inject
    Steering steering;

    @Inject
    Event<CampaignMoved> moved;

    @Inject
    Clock clock;

    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, BackgroundThreads.FACTORY);

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    /**
     * Puts people on the list.
     *
     * @throws RequestFailed CONFLICT for a campaign that is cancelled
     */
    @Transactional
    public RecipientList.Added add(Campaign campaign, List<NewRecipient> people) {
        demandOpen(campaign);
        if (people.size() > MOST_AT_ONCE) {
            throw RequestFailed.invalid("recipients", "must be at most " + MOST_AT_ONCE + " at once.");
        }
        var added = recipients.add(campaign.id(), people, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        steering.reopen(campaign.id());
        return added;
    }

    /**
     * Puts the people of a saved audience on the list, as it is now.
     *
     * @throws RequestFailed CONFLICT for a campaign that is cancelled
     */
    public RecipientList.Added add(Campaign campaign, Audience audience) {
        demandOpen(campaign);
        var sum = new long[2];
        audiences.walk(audience, page -> {
            var added = importStore.add(campaign.id(), page);
            sum[0] += added.added();
            sum[1] += added.skipped();
        });
        steering.reopen(campaign.id());
        return new RecipientList.Added(sum[0], sum[1], 0);
    }

    /**
     * Reads a CSV file into the list as it comes.
     *
     * @param columns what columns mean that do not say it themselves: title, then {@code to}, {@code name} or a variable
     * @throws RequestFailed VALIDATION_FAILED when not even its first line can be used
     */
    public ImportView add(Campaign campaign, InputStream file, Map<String, String> columns) {
        demandOpen(campaign);
        var id = imports.run(campaign.id(), file, columns, () -> hint(campaign));
        steering.reopen(campaign.id());
        return importStore.find(campaign.id(), id).orElseThrow();
    }

    /**
     * Reads a CSV file into the list without keeping anybody waiting for a long one: whoever looks at {@link #imports} sees
     * how far it is.
     *
     * @param patience how long to wait for a short one
     * @return what became of it; empty while it is still being read
     */
    public Optional<ImportView> addBehind(
            Campaign campaign, InputStream file, Map<String, String> columns, Duration patience) {
        demandOpen(campaign);
        var copy = copy(file);
        return await(readers.submit(() -> read(campaign, copy, columns)), patience);
    }

    private ImportView read(Campaign campaign, Path file, Map<String, String> columns) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return add(campaign, bytes, columns);
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "a file was not read into campaign {0}: {1}", campaign.id(), failed);
            throw failed;
        } finally {
            Files.deleteIfExists(file);
            hint(campaign);
        }
    }

    /** What was uploaded goes with its request. */
    private static Path copy(InputStream file) {
        try {
            var copy = Files.createTempFile("chasqui-recipients", ".csv");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException broken) {
            throw new UncheckedIOException("a file could not be put aside", broken);
        }
    }

    private static Optional<ImportView> await(Future<ImportView> reading, Duration patience) {
        try {
            return Optional.of(reading.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException aLongOne) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RequestFailed refused) {
                throw refused;
            }
            throw new IllegalStateException("a file could not be read", failed.getCause());
        }
    }

    private void hint(Campaign campaign) {
        moved.fire(new CampaignMoved(campaign.workspaceId(), campaign.id()));
    }

    /** The files that were read into a campaign, or are being read, the newest first. */
    public List<ImportView> imports(Campaign campaign) {
        return importStore.list(campaign.id());
    }

    private static void demandOpen(Campaign campaign) {
        if (campaign.stored() == CampaignStatus.CANCELLED) {
            throw new RequestFailed(FailureCode.CONFLICT, "The campaign is cancelled; make another one.");
        }
    }
}
