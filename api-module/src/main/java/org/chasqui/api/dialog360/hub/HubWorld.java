package org.chasqui.api.dialog360.hub;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;

/** A workspace as the hub sees it: a client is an account, a channel is a number of it. Ids are ours or Meta's. */
@ApplicationScoped
class HubWorld {
    @Inject
    Accounts accounts;

    @Inject
    PhoneNumbers numbers;

    @Inject
    HubStore store;

    /** A client with what the partner has noted of it. */
    record HubClient(AccountView account, ClientNotes notes) {}

    /**
     * A channel with whose it is.
     *
     * @param createdAt when it was first connected here
     */
    record Channel(SenderNumber number, HubClient client, Instant createdAt) {}

    @Transactional
    public List<HubClient> clients(UUID workspaceId) {
        var notes = store.clients(workspaceId);
        return accounts.list(workspaceId).stream()
                .map(account ->
                        new HubClient(account, notes.getOrDefault(account.id(), ClientNotes.none(account.id()))))
                .toList();
    }

    @Transactional
    public HubClient client(UUID workspaceId, String id) {
        return clients(workspaceId).stream()
                .filter(client -> client.account().id().toString().equalsIgnoreCase(id)
                        || client.account().wabaId().equals(id))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("client", id));
    }

    @Transactional
    public List<Channel> channels(UUID workspaceId) {
        var clients = clients(workspaceId);
        return numbers.listDetails(workspaceId).stream()
                .map(number -> channel(number, clients))
                .toList();
    }

    @Transactional
    public Channel channel(UUID workspaceId, String id) {
        return numbers.details(workspaceId, id)
                .map(number -> channel(number, clients(workspaceId)))
                .orElseThrow(() -> RequestFailed.notFound("channel", id));
    }

    private static Channel channel(NumberView number, List<HubClient> clients) {
        return new Channel(number.sender(), clientOf(number.sender(), clients), number.createdAt());
    }

    private static HubClient clientOf(SenderNumber number, List<HubClient> clients) {
        return clients.stream()
                .filter(client -> client.account().id().equals(number.accountId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a number without an account"));
    }
}
