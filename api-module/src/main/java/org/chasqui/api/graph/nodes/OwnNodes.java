package org.chasqui.api.graph.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.api.graph.nodes.OwnNode.Kind;
import org.chasqui.platform.accounts.Connections;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.Templates;

/**
 * Finds what belongs to the client. One token of Meta may serve several workspaces: whatever is not found here is not asked for,
 * even if the token could see it.
 */
@ApplicationScoped
class OwnNodes {
    private static final Pattern META_ID = Pattern.compile("\\d{3,32}");

    @Inject
    PhoneNumbers numbers;

    @Inject
    Connections connections;

    @Inject
    Templates templates;

    /** The node that the path names; empty when it is none of the client's. */
    Optional<OwnNode> find(GraphCall call) {
        var client = call.client();
        var id = call.variable("id");
        return number(client, id).or(() -> account(client, id)).or(() -> template(client, id));
    }

    /**
     * The node that the path names, which has to be of a kind.
     *
     * @throws MetaFailed when the client has no such node
     */
    OwnNode demand(GraphCall call, Kind kind) {
        return find(call)
                .filter(node -> node.kind() == kind)
                .orElseThrow(() -> MetaFailed.noSuchObject(call.request().method(), call.variable("id")));
    }

    private Optional<OwnNode> number(Client client, String id) {
        return numbers.find(client.workspaceId(), id)
                .filter(number -> client.mayUse(number.id()))
                .map(this::node);
    }

    /**
     * A token of one of the client's accounts, for what belongs to the app and to no node.
     *
     * @throws MetaFailed when it has no number
     */
    String anyToken(Client client) {
        return usable(client).stream()
                .findFirst()
                .map(numbers::accessToken)
                .orElseThrow(
                        () -> MetaFailed.notAllowed("There is no number that this key may use: connect one first."));
    }

    OwnNode node(SenderNumber number) {
        return new OwnNode(
                Kind.NUMBER, number.phoneNumberId(), number.workspaceId(), numbers.accessToken(number), number);
    }

    private Optional<OwnNode> account(Client client, String id) {
        if (!META_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        var usable = usable(client).stream()
                .filter(number -> number.wabaId().equals(id))
                .findFirst();
        if (usable.isEmpty() && client.onlyNumber() != null) {
            return Optional.empty();
        }
        return connections
                .token(client.workspaceId(), id)
                .map(token -> new OwnNode(Kind.ACCOUNT, id, client.workspaceId(), token, usable.orElse(null)));
    }

    private Optional<OwnNode> template(Client client, String id) {
        if (!META_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return templates
                .get(client.workspaceId(), id)
                .flatMap(template -> ofAccount(client, template.accountId())
                        .map(number -> new OwnNode(
                                Kind.TEMPLATE,
                                template.metaId(),
                                client.workspaceId(),
                                numbers.accessToken(number),
                                number)));
    }

    private Optional<SenderNumber> ofAccount(Client client, UUID accountId) {
        return usable(client).stream()
                .filter(number -> number.accountId().equals(accountId))
                .findFirst();
    }

    private List<SenderNumber> usable(Client client) {
        return numbers.list(client.workspaceId()).stream()
                .filter(number -> client.mayUse(number.id()))
                .toList();
    }
}
